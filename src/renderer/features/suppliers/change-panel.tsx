import { useMemo, useState } from 'react';
import { asId, type Id, type SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { SupplierCard } from '../../../shared/contract/engine.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { asksForCall, holdsPayments, sourceKinds, wholePage } from '../../../shared/domain/register-changes/index.ts';
import { bothSides } from '../../change-sentences.ts';
import { useSay } from '../../messages.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { BeforeAfter } from '../../ui/before-after.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { useWhyNoServer } from '../../use-sync.ts';
import {
  type ChangeDraft,
  type DraftField,
  draftOf,
  leastReason,
  type WantedKind,
  wantedKindsFor,
  wantedOf,
} from './change-draft.ts';
import { ChangeFields } from './change-fields.tsx';
import { EvidencePick, type PickedPage, useAskedPixels } from './evidence-pick.tsx';

type Props = {
  readonly card: SupplierCard;
  readonly startsAt: { readonly kind: WantedKind; readonly numberId?: Id<'paymentNumber'> };
  readonly survivorName: string | null;
  readonly onClose: () => void;
};
type Source = (typeof sourceKinds)[number];
/** Import is the program's own. */
const sources = sourceKinds.filter((kind) => kind !== 'import');

/** Asks for a change of what money hangs on: before and after, why, on what grounds. It waits for a second person. */
export function ChangePanel({ card, startsAt, survivorName, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const noServer = useWhyNoServer();
  const { supplier } = card;
  const { today } = useSession();
  const [draft, setDraft] = useState<ChangeDraft>(() => draftOf(startsAt.kind, card, today, startsAt.numberId));
  const [reason, setReason] = useState('');
  const [source, setSource] = useState<Source>('letter');
  const [note, setNote] = useState('');
  const [invoiceId, setInvoiceId] = useState<SupplierInvoiceId | ''>('');
  const [picked, setPicked] = useState<PickedPage | null>(null);
  const [tried, setTried] = useState(false);
  // One id for all that is typed, so that pressing twice asks once.
  const ids = useMemo(() => ({ change: asId<'registerChange'>(uuid()), number: uuid() }), []);
  const { data: survivorCard } = useEngineQuery(
    'suppliers/card',
    { supplierId: draft.survivor?.id ?? supplier.id },
    { when: draft.survivor !== null },
  );
  const survivor = draft.survivor === null ? undefined : survivorCard?.supplier;
  const result = wantedOf(draft, { card, survivor, today }, () => ids.number, t);
  const asksNumber = draft.kind === 'add-payment-number' || draft.kind === 'replace-payment-number';
  const number = asksNumber ? draft.number : '';
  const standsOnPaper = source === 'letter' || source === 'invoice';
  const pixels = useAskedPixels(standsOnPaper ? picked : null, number);
  const isTyped = draft.number !== '' || draft.organisationNumber !== '' || draft.paymentDays !== '' || draft.day !== '';
  const faultOf = (field: DraftField) =>
    !result.ok && result.field === field && (tried || (isTyped && draft.kind !== 'block')) ? result.why : undefined;
  const why = draft.kind === 'block' ? draft.blockedFor : reason;
  const whyIsShort = why.trim().length < leastReason;

  const ask = async () => {
    setTried(true);
    if (!result.ok || whyIsShort || noServer !== undefined) return;
    const asked = await execute('registers/request-change', {
      changeId: ids.change,
      supplierId: supplier.id,
      wanted: result.wanted,
      reason: why.trim(),
      source: {
        ...{ kind: source, note: note.trim(), invoiceId: source === 'invoice' && invoiceId !== '' ? invoiceId : null },
        ...(pixels !== undefined
          ? { pixels }
          : standsOnPaper && picked !== null && { pixels: { ...picked, box: wholePage, text: '' } }), // still being looked for
      },
    });
    if (!asked.ok) return;
    say('note', fill(t.change.sent, { name: supplier.name }));
    onClose();
  };
  const around = { now: card, object: draft.survivor?.name ?? survivorName, today };
  return (
    <Panel title={t.change.request} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={ask}>
        <SelectInput
          label={t.change.whatTo}
          value={draft.kind}
          takesFocus
          choices={wantedKindsFor(card, today).map((value) => ({ value, text: t.wantedChange[value] }))}
          onChange={(kind) => {
            setTried(false);
            setDraft(draftOf(kind, card, today));
          }}
        />
        <ChangeFields
          card={card}
          draft={draft}
          survivor={survivor}
          faultOf={faultOf}
          onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        />
        {result.ok && <Comparison sides={bothSides(result.wanted, around, t)} />}
        {draft.kind !== 'block' && (
          <TextInput
            label={t.change.reason}
            value={reason}
            onChange={setReason}
            error={tried && whyIsShort ? t.change.reasonMissing : undefined}
          />
        )}
        <SelectInput
          label={t.change.source}
          value={source}
          choices={sources.map((value) => ({ value, text: t.changeSource[value] }))}
          onChange={(kind) => {
            setSource(kind);
            setPicked(null);
          }}
        />
        {source === 'invoice' && card.invoices.length > 0 && (
          <SelectInput<SupplierInvoiceId | ''>
            label={t.change.invoice}
            value={invoiceId}
            choices={[
              { value: '', text: t.change.noInvoice },
              ...card.invoices.map(({ id, number, invoiceDay }) => ({
                value: id,
                text: [number ?? t.invoice.unnumbered, invoiceDay ?? ''].join(' ').trim(),
              })),
            ]}
            onChange={(id) => {
              setInvoiceId(id);
              setPicked(null);
            }}
          />
        )}
        {standsOnPaper && (
          <EvidencePick source={source} invoiceId={invoiceId} number={number} picked={picked} onPick={setPicked} />
        )}
        <TextInput label={t.change.sourceNote} hint={t.change.sourceNoteHint} value={note} onChange={setNote} />
        <Notice kind="info">
          {[t.change.sendNote, ...(result.ok && holdsPayments(result.wanted) ? [t.change.holdsNote] : [])].join(' ')}
        </Notice>
        {result.ok && asksForCall(result.wanted) && (
          <Notice kind={supplier.phone === undefined ? 'warning' : 'info'}>
            {supplier.phone === undefined ? t.change.callNoNumber : fill(t.change.callNote, { number: supplier.phone })}
          </Notice>
        )}
        {noServer !== undefined && <Notice kind="info">{noServer}</Notice>}
        <Button look="primary" whyNot={noServer} onClick={ask}>
          {t.change.send}
        </Button>
      </Form>
    </Panel>
  );
}

function Comparison({ sides: { before, after } }: { readonly sides: ReturnType<typeof bothSides> }) {
  const { change } = useText();
  return (
    <BeforeAfter
      name={change.compare}
      before={{ title: change.now, lines: before }}
      after={{ title: change.asked, lines: after }}
    />
  );
}
