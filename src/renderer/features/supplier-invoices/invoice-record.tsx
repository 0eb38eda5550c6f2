import type { InvoiceCard } from '../../../shared/contract/engine.ts';
import { fieldKinds, fieldNames, showValue } from '../../../shared/domain/invoice-fields/index.ts';
import { showFullMoment } from '../../formats.ts';
import { CallsAbout } from '../../register-card/calls-about.tsx';
import { findingSentence, invoiceName } from '../../sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { HistoryList } from './history-list.tsx';
import { NoteList } from './note-list.tsx';
import { PaymentRemarks } from './payment-remarks.tsx';
import { RuleFindings } from './rule-findings.tsx';
import { VatAndLines } from './vat-and-lines.tsx';

type Props = { readonly card: InvoiceCard; readonly printedBy: string };

/** The record of an invoice as it stands, its remarks, and its history. */
export function InvoiceRecord({ card, printedBy }: Props) {
  const t = useText();
  const { invoice, findings, file, around } = card;
  const values = fieldNames.flatMap((name) => {
    const { value } = invoice.fields[name];
    return value === null ? [] : [{ name: t.field[name], value: showValue(fieldKinds[name], value) }];
  });
  const begun = {
    unitId: invoice.unitId,
    invoice: { id: invoice.id, name: invoiceName(invoice, t) },
    ...(around.supplier !== undefined && { supplier: { id: around.supplier.id, name: around.supplier.name } }),
  };
  const parked = invoice.state === 'parked' ? invoice : undefined;
  return (
    <RecordPane name={t.invoice.record} printedBy={printedBy}>
      <RecordSection title={t.invoice.record}>
        <ValueList
          values={[
            { name: t.invoice.documentType, value: t.documentType[invoice.documentType] },
            ...values,
            ...(around.supplier === undefined ? [] : [{ name: t.evidence.register.chip, value: around.supplier.name }]),
            ...(file === null
              ? []
              : [
                  { name: t.invoice.file, value: file.name },
                  { name: t.invoice.received, value: `${showFullMoment(file.receivedAtMs)} · ${t.channel[file.channel]}` },
                  ...(file.mail === undefined
                    ? []
                    : [{ name: t.fileRules.mail, value: `${file.mail.from}: ${file.mail.subject}` }]),
                ]),
          ]}
        />
        {parked !== undefined && (parked.parkedNote !== '' || parked.returnsOn !== undefined) && (
          <Notice kind="info">
            {[
              parked.parkedNote === '' ? '' : fill(t.invoice.note, { note: parked.parkedNote }),
              parked.returnsOn === undefined ? '' : fill(t.invoice.returnsOn, { day: parked.returnsOn }),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Notice>
        )}
      </RecordSection>
      <FaultNotice invoice={invoice} />
      {invoice.notes !== undefined && (
        <RecordSection title={t.notes.heading}>
          <NoteList card={card} />
        </RecordSection>
      )}
      {invoice.state === 'verified' && <PaymentRemarks invoiceId={invoice.id} />}
      {findings.length > 0 && (
        <RecordSection title={t.invoice.findings}>
          {findings.map((finding) => (
            <Notice key={`${finding.code} ${finding.field}`} kind={finding.severity}>
              {finding.field !== undefined && `${t.field[finding.field]}: `}
              {findingSentence(finding, t)}
            </Notice>
          ))}
        </RecordSection>
      )}
      {invoice.judgement !== undefined && <RuleFindings judgement={invoice.judgement} />}
      <VatAndLines invoice={invoice} open />
      <CallsAbout kind="invoice" id={invoice.id} begun={begun} />
      <RecordSection title={t.invoice.history}>
        <HistoryList invoiceId={invoice.id} />
      </RecordSection>
    </RecordPane>
  );
}
