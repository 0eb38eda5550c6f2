import { useState } from 'react';
import type { CustomerId, ShownCustomer } from '../../../shared/domain/customers/index.ts';
import { bridge } from '../../bridge.ts';
import { showFullMoment } from '../../formats.ts';
import { CallsAbout } from '../../register-card/calls-about.tsx';
import { HistoryList } from '../../register-card/history-list.tsx';
import { useAsOf } from '../../register-card/use-as-of.tsx';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { PrintIcon } from '../../ui/icons.ts';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { ChangeCustomer } from './change-customer.tsx';
import { Addresses, CustomerFactList } from './customer-facts.tsx';
import { CustomerThen } from './customer-then.tsx';
import { historyWords } from './history-words.ts';
import { ReasonPanel } from './reason-panel.tsx';
import { RevealedSection } from './revealed-section.tsx';
import { useCustomerActs } from './use-customer-acts.ts';
import { useRevealed } from './use-revealed.ts';

/** A customer in the register: who it is, where it is reached, what is covered, and all that has happened to it. */
export function CustomerCardPane({ customerId }: { readonly customerId: CustomerId }) {
  const { data: customer } = useEngineQuery('customers/card', { customerId });
  return customer ? <Card key={customer.id} customer={customer} /> : null;
}

function Card({ customer }: { readonly customer: ShownCustomer }) {
  const t = useText();
  const { person } = useSession();
  const [panel, setPanel] = useState<'facts' | 'reveal' | 'lift'>();
  const asOf = useAsOf();
  const revealed = useRevealed(customer.id);
  const acts = useCustomerActs(customer);
  const { isProtected, endedOn } = customer;
  const hasCovered = isProtected || customer.personalNumber !== undefined;
  const close = () => setPanel(undefined);
  useKeys({
    editFacts: () => setPanel('facts'),
    reveal: () => (hasCovered ? setPanel('reveal') : undefined),
    showAsOf: asOf.focus,
  });
  const print = bridge()?.print;
  const { customers, supplierCard } = t;
  return (
    <RecordPane name={customer.name} printedBy={fill(t.invoice.printedBy, { at: showFullMoment(Date.now()), name: person.name })}>
      {panel === 'facts' && (
        <ChangeCustomer key={String(revealed === null)} customer={customer} revealed={revealed} onClose={close} />
      )}
      {panel === 'reveal' && (
        <ReasonPanel
          title={customers.revealTitle}
          why={customers.revealWhy}
          means={customers.revealMeans}
          act={customers.revealNow}
          onAct={acts.reveal}
          onClose={close}
        />
      )}
      {panel === 'lift' && (
        <ReasonPanel
          title={customers.liftTitle}
          why={customers.liftWhy}
          means={customers.liftMeans}
          act={customers.lift}
          onAct={acts.lift}
          onClose={close}
        />
      )}
      {asOf.day !== null && <CustomerThen now={customer} day={asOf.day} onBack={asOf.backToNow} />}
      {asOf.day === null && (
        <>
          <RecordSection
            title={customer.name}
            leads
            acts={
              <>
                <Button small look="primary" hint="F2" onClick={() => setPanel('facts')}>
                  {customers.edit}
                </Button>
                {hasCovered && (
                  <Button small hint="F4" onClick={() => setPanel('reveal')}>
                    {customers.reveal}
                  </Button>
                )}
                <Button small onClick={() => (isProtected ? setPanel('lift') : void acts.protect())}>
                  {isProtected ? customers.lift : customers.protect}
                </Button>
                <Button small hint={endedOn ? '' : supplierCard.endHint} onClick={() => void acts.endOrResume()}>
                  {endedOn === undefined ? supplierCard.end : supplierCard.resume}
                </Button>
                {print !== undefined && (
                  <Button small icon={<PrintIcon />} onClick={() => print()}>
                    {supplierCard.print}
                  </Button>
                )}
              </>
            }
          >
            <CustomerFactList customer={customer} />
          </RecordSection>
          {revealed !== null && <RevealedSection customer={customer} revealed={revealed} />}
          <RecordSection title={customers.addresses}>
            <Addresses addresses={customer.addresses} hidden={isProtected} />
          </RecordSection>
        </>
      )}
      <CallsAbout
        kind="customer"
        id={customer.id}
        begun={{
          customer: { id: customer.id, name: customer.name },
          ...(customer.unitId !== undefined && { unitId: customer.unitId }),
        }}
      />
      <RecordSection title={supplierCard.history}>
        <div className="no-print">{asOf.choice}</div>
        <HistoryList register="customer" id={customer.id} words={(line) => historyWords(line, isProtected, t)} />
      </RecordSection>
    </RecordPane>
  );
}
