import type { InvoiceCard, QueueRow } from '../../../shared/contract/engine.ts';
import { mayBecome } from '../../../shared/domain/supplier-invoices/index.ts';
import { bridge } from '../../bridge.ts';
import { showFullMoment } from '../../formats.ts';
import { useSay } from '../../messages.ts';
import { invoiceName } from '../../sentences.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyIcon, DoneIcon, PrintIcon, ResumeIcon, UndoIcon } from '../../ui/icons.ts';
import { Splitter } from '../../ui/splitter.tsx';
import { StationFrame } from '../../ui/station-frame.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { useStored } from '../../use-stored.ts';
import { InvoiceHeader } from './invoice-header.tsx';
import { InvoicePicture } from './invoice-picture.tsx';
import { InvoiceRecord } from './invoice-record.tsx';
import { useApprove } from './use-approve.ts';
import { useCopy } from './use-copy.ts';
import { usePreliminary } from './use-preliminary.ts';

type Props = {
  readonly card: InvoiceCard;
  readonly neighbours: { readonly next: QueueRow | undefined };
  readonly isCurrent: boolean;
  readonly backTo: string;
  readonly onLeave: () => void;
};

/** An invoice to look at: the page, the record, and what has happened to it. */
export function InvoiceCardScreen({ card, isCurrent, backTo, onLeave }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { person } = useSession();
  const { invoice } = card;
  const name = invoiceName(invoice, t);
  const [share, setShare] = useStored(`splitter.${person.id}`, 58);
  const copy = useCopy(invoice.id);
  const mayNotCopy = useWhyNot('supplier-invoices.copy');
  const mayNotCorrect = useWhyNot('supplier-invoices.correct');
  const mayNotPark = useWhyNot('supplier-invoices.park');
  const { data: history } = useEngineQuery('supplier-invoices/history', { invoiceId: invoice.id, limit: 200 }, { fresh: true });
  const verification = history?.find(({ event }) => event.type === 'invoice-verified');
  useKeys({ copy: () => (mayNotCopy === undefined ? copy() : undefined) }, { active: isCurrent });

  const preliminary = usePreliminary(invoice.id);
  const approve = useApprove(invoice, name);
  const setAside = history?.find(({ event }) => event.type === 'invoice-set-aside');
  const takeBack = async () => {
    if (setAside === undefined) return;
    const result = await execute('supplier-invoices/undo', { invoiceId: invoice.id, undoes: setAside.commandId });
    if (result.ok) say('note', fill(t.invoice.resumed, { invoice: name }));
  };
  const recall = async () => {
    if (verification === undefined) return;
    const result = await execute('supplier-invoices/undo', { invoiceId: invoice.id, undoes: verification.commandId });
    if (result.ok) say('note', fill(t.invoice.recalled, { invoice: name }));
  };
  const resume = async () => {
    const result = await execute('supplier-invoices/resume', { invoiceId: invoice.id });
    if (result.ok) say('note', fill(t.invoice.resumed, { invoice: name }));
  };
  const fetchBack = async () => {
    const result = await execute('supplier-invoices/fetch-back', { invoiceId: invoice.id });
    if (result.ok) say('note', fill(t.faults.fetchedBack, { invoice: name }));
  };
  const print = bridge()?.print;
  return (
    <StationFrame
      header={
        <InvoiceHeader name={name} note={noteOf(card, t)} preliminary={preliminary} backTo={backTo} onLeave={onLeave}>
          {invoice.state === 'parked' && mayBecome(invoice.state, 'scanned') && (
            <Button icon={<ResumeIcon />} whyNot={mayNotPark} onClick={resume}>
              {t.invoice.resume}
            </Button>
          )}
          {invoice.state === 'verified' && mayBecome(invoice.state, 'scanned') && (
            <Button icon={<UndoIcon />} whyNot={mayNotCorrect} onClick={recall}>
              {t.invoice.recall}
            </Button>
          )}
          {invoice.state === 'duplicate' && (
            <Button icon={<UndoIcon />} whyNot={mayNotCorrect} onClick={takeBack}>
              {t.online.takeBack}
            </Button>
          )}
          {invoice.state === 'returned' && (
            <Button icon={<UndoIcon />} whyNot={mayNotCorrect} onClick={fetchBack}>
              {t.faults.fetchBack}
            </Button>
          )}
          {print !== undefined && (
            <Button icon={<PrintIcon />} onClick={() => print()}>
              {t.invoice.print}
            </Button>
          )}
          <Button
            look={approve.offered ? 'secondary' : 'primary'}
            icon={<CopyIcon />}
            hint="Ctrl+Shift+K"
            whyNot={mayNotCopy}
            onClick={copy}
          >
            {t.invoice.copy}
          </Button>
          {approve.offered && (
            <Button
              look="primary"
              icon={<DoneIcon />}
              hint={t.online.approveHint}
              whyNot={approve.whyNot}
              onClick={approve.approve}
            >
              {approve.text}
            </Button>
          )}
        </InvoiceHeader>
      }
      body={
        <Splitter
          name={t.invoice.splitter}
          share={share}
          onShare={setShare}
          left={<InvoicePicture invoice={invoice} />}
          right={
            <InvoiceRecord
              card={card}
              printedBy={fill(t.invoice.printedBy, { at: showFullMoment(Date.now()), name: person.name })}
            />
          }
        />
      }
      footer={null}
    />
  );
}

function noteOf({ invoice, people }: InvoiceCard, t: ReturnType<typeof useText>): string {
  if (invoice.state === 'verified')
    return fill(t.invoice.verifiedBy, { name: people[invoice.verifiedBy] ?? '', at: showFullMoment(invoice.verifiedAtMs) });
  if (invoice.state === 'approved')
    return fill(t.online.approvedBy, { name: people[invoice.approvedBy] ?? '', at: showFullMoment(invoice.approvedAtMs) });
  if (invoice.state === 'duplicate') return fill(t.online.setAsideBy, { name: people[invoice.setAsideBy] ?? '' });
  if (invoice.state === 'returned') return fill(t.faults.returnedBy, { name: people[invoice.returnedBy] ?? '' });
  if (invoice.state === 'parked')
    return fill(t.invoice.parkedBy, { name: people[invoice.parkedBy] ?? '', reason: t.parkReason[invoice.parkedReason] });
  return t.invoiceState[invoice.state];
}
