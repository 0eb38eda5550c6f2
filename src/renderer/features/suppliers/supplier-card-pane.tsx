import { useRef, useState } from 'react';
import type { Day } from '../../../shared/base/day.ts';
import type { Id, SupplierId } from '../../../shared/base/ids.ts';
import type { SupplierCard } from '../../../shared/contract/engine.ts';
import { holdsPayments } from '../../../shared/domain/register-changes/index.ts';
import { bridge } from '../../bridge.ts';
import { showFullMoment } from '../../formats.ts';
import { AsOfChoice } from '../../register-card/as-of-choice.tsx';
import { CallsAbout } from '../../register-card/calls-about.tsx';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { PrintIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useWhyNoServer } from '../../use-sync.ts';
import type { WantedKind } from './change-draft.ts';
import { ChangePanel } from './change-panel.tsx';
import { CompareDays } from './compare-days.tsx';
import { CoveredSupplier } from './covered-supplier.tsx';
import { EditPanel, type EditPart } from './edit-panel.tsx';
import { EditableSections } from './editable-sections.tsx';
import { fTaxText } from './f-tax-text.ts';
import { LearnedPlaces } from './learned-places.tsx';
import { PaymentNumbers } from './payment-numbers.tsx';
import { SupplierControls } from './supplier-controls.tsx';
import { SupplierFacts } from './supplier-facts.tsx';
import { SupplierHistory } from './supplier-history.tsx';
import { SupplierInvoiceList } from './supplier-invoice-list.tsx';
import { SupplierSigns } from './supplier-signs.tsx';
import { SupplierThen } from './supplier-then.tsx';
import { useEndSupplier } from './use-end-supplier.ts';
import { WaitingChanges } from './waiting-changes.tsx';

/** A supplier in the register: who it is, where it may be paid, what waits, what is known of it, and all that has happened to it. */
export function SupplierCardPane({ supplierId }: { readonly supplierId: SupplierId }) {
  const { data: card } = useEngineQuery('suppliers/card', { supplierId });
  return card ? <Card key={card.supplier.id} card={card} /> : null;
}

type OpenPanel =
  | { readonly name: 'facts'; readonly part: EditPart }
  | { readonly name: 'change'; readonly kind: WantedKind; readonly numberId?: Id<'paymentNumber'> };

function Card({ card }: { readonly card: SupplierCard }) {
  const t = useText();
  const { person, today } = useSession();
  const { supplier } = card;
  const [panel, setPanel] = useState<OpenPanel>();
  const [day, setDay] = useState<Day | null>(null);
  /** A new one empties the field of the day. */
  const [round, setRound] = useState(0);
  const asOf = useRef<HTMLInputElement>(null);
  const mayNot = useWhyNot('suppliers.register');
  const noServer = useWhyNoServer();
  const mayNotAsk = mayNot ?? noServer;
  const endOrResume = useEndSupplier(supplier);
  const { data: changes = [] } = useEngineQuery('register-changes/of-supplier', { supplierId: supplier.id, limit: 500 });
  const survivorId = supplier.mergedInto;
  const { data: survivor } = useEngineQuery(
    'suppliers/card',
    { supplierId: survivorId ?? supplier.id },
    { when: survivorId !== undefined },
  );
  const waiting = changes.filter(({ change }) => change.state === 'pending');
  const survivorName = survivorId === undefined ? null : (survivor?.supplier.name ?? null);
  const { data: controls } = useEngineQuery(
    'supplier-control/of-supplier',
    { supplierId: supplier.id, limit: 50 },
    { fresh: true },
  );
  const ask = (kind: WantedKind, numberId?: Id<'paymentNumber'>) =>
    mayNotAsk === undefined ? setPanel({ name: 'change', kind, ...(numberId !== undefined && { numberId }) }) : undefined;
  const edit = (part: EditPart) => (mayNot === undefined ? setPanel({ name: 'facts', part }) : undefined);
  const close = () => setPanel(undefined);
  const backToNow = () => {
    setDay(null);
    setRound(round + 1);
  };
  useKeys({
    editFacts: () => edit('facts'),
    requestChange: () => ask('add-payment-number'),
    showAsOf: () => asOf.current?.focus(),
  });
  const print = bridge()?.print;
  const acts = (
    <>
      <Button small look="primary" hint="F4" whyNot={mayNotAsk} onClick={() => ask('add-payment-number')}>
        {t.change.request}
      </Button>
      <Button small hint="F2" whyNot={mayNot} onClick={() => edit('facts')}>
        {t.supplierCard.edit}
      </Button>
      <Button small hint={supplier.endedOn ? '' : t.supplierCard.endHint} whyNot={mayNot} onClick={() => void endOrResume()}>
        {supplier.endedOn === undefined ? t.supplierCard.end : t.supplierCard.resume}
      </Button>
      {print !== undefined && (
        <Button small icon={<PrintIcon />} onClick={() => print()}>
          {t.supplierCard.print}
        </Button>
      )}
    </>
  );
  return (
    <RecordPane name={supplier.name} printedBy={fill(t.invoice.printedBy, { at: showFullMoment(Date.now()), name: person.name })}>
      {panel?.name === 'facts' && <EditPanel key={panel.part} card={card} startsAt={panel.part} onClose={close} />}
      {panel?.name === 'change' && (
        <ChangePanel
          key={`${panel.kind} ${panel.numberId}`}
          card={card}
          startsAt={panel}
          survivorName={survivorName}
          onClose={close}
        />
      )}
      {day !== null && <SupplierThen supplierId={supplier.id} day={day} changes={changes} onBack={backToNow} />}
      {day === null && (
        <>
          <RecordSection title={supplier.name} acts={acts} leads>
            <SupplierSigns supplier={supplier} survivorName={survivorName} undoableThrough={card.undoableThrough} />
            {waiting.some(({ change }) => holdsPayments(change.wanted)) && <Notice kind="warning">{t.supplierCard.held}</Notice>}
            <CoveredSupplier supplier={supplier} />
            <SupplierFacts supplier={supplier} {...(controls && { fTax: fTaxText(controls, today, t) })} />
          </RecordSection>
          <RecordSection
            title={t.suppliers.payment}
            acts={
              <Button small whyNot={mayNotAsk} onClick={() => ask('add-payment-number')}>
                {t.supplierCard.addNumber}
              </Button>
            }
          >
            <PaymentNumbers paymentNumbers={card.paymentNumbers} changes={changes} day={today} whyNot={mayNotAsk} onAsk={ask} />
          </RecordSection>
          {waiting.length > 0 && (
            <RecordSection title={t.supplierCard.waits}>
              <WaitingChanges rows={waiting} />
            </RecordSection>
          )}
          <EditableSections card={card} whyNot={mayNot} onEdit={edit} />
          <RecordSection title={t.supplierCard.controls}>
            <SupplierControls supplierId={supplier.id} />
          </RecordSection>
          <RecordSection title={t.suppliers.invoices}>
            <SupplierInvoiceList invoices={card.invoices} />
          </RecordSection>
          <RecordSection title={t.learned.title}>
            <LearnedPlaces supplierId={supplier.id} />
          </RecordSection>
        </>
      )}
      <CallsAbout kind="supplier" id={supplier.id} begun={{ supplier: { id: supplier.id, name: supplier.name } }} />
      <RecordSection title={t.supplierCard.history}>
        <div className="no-print">
          <AsOfChoice key={round} label={t.supplierCard.asOf} hint={t.supplierCard.asOfHint} inputRef={asOf} onDay={setDay} />
          <CompareDays supplierId={supplier.id} />
        </div>
        <SupplierHistory supplierId={supplier.id} changes={changes} />
      </RecordSection>
    </RecordPane>
  );
}
