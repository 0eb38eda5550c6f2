import type { UndoableLine } from '../shared/contract/engine.ts';
import { type FieldName, type FieldValue, fieldKinds, showAmount, showValue } from '../shared/domain/invoice-fields/index.ts';
import type { Finding, SupplierInvoice, SupplierInvoiceEvent } from '../shared/domain/supplier-invoices/index.ts';
import { fill } from './text/fill.ts';
import type { Texts } from './text/texts.ts';

const amountsInFindings = ['sum', 'total', 'off', 'expected', 'vat'];

/** A finding in words, with its figures as clerks write them. */
export function findingSentence(finding: Finding, t: Texts): string {
  const details = Object.entries(finding.detail ?? {}).map(([name, value]): [string, string] => {
    if (typeof value === 'number') return [name, amountsInFindings.includes(name) ? showAmount(value) : String(value)];
    if (name === 'number' && finding.field !== undefined) return [name, showValue(fieldKinds[finding.field], value)];
    return [name, name === 'registered' ? showValue('organisation-number', value) : value];
  });
  return fill(t.finding[finding.code], Object.fromEntries(details));
}

/** What happened, in words. */
export function eventSentence(event: SupplierInvoiceEvent, t: Texts): string {
  const sentence = t.event[event.type];
  switch (event.type) {
    case 'invoice-registered':
      return fill(sentence, { documentType: t.documentType[event.invoice.documentType] });
    case 'field-corrected': {
      const { field, before, after } = event;
      if (before.value === after.value && after.value !== null)
        return fill(t.invoice.confirmed, { field: t.field[field], value: shown(field, after.value, t) });
      if (after.state === 'absent')
        return fill(t.invoice.markedAbsent, { field: t.field[field], value: shown(field, before.value, t) });
      return fill(sentence, {
        field: t.field[field],
        before: shown(field, before.value, t),
        after: shown(field, after.value, t),
      });
    }
    case 'document-type-changed':
      return fill(sentence, { before: t.documentType[event.before], after: t.documentType[event.after] });
    case 'invoice-parked':
      return fill(sentence, { reason: t.parkReason[event.reason] });
    case 'fault-noted':
      if (event.after === null)
        return event.settledBecause === undefined
          ? fill(sentence, { reason: t.common.nothing })
          : fill(t.faults.settledBecause, { reason: event.settledBecause });
      return fill(sentence, { reason: t.faultReason[event.after.reason] });
    case 'note-written':
    case 'note-withdrawn':
      return fill(sentence, { note: event.note.text });
    case 'page-added':
    case 'page-taken-out':
      return fill(sentence, { page: event.page.page });
    case 'copy-made':
      return fill(sentence, { pages: event.pageCount });
    default:
      return sentence;
  }
}

const shown = (field: FieldName, value: FieldValue | null, t: Texts): string =>
  value === null ? t.common.nothing : showValue(fieldKinds[field], value);

/** What an undo takes back, in words. */
export function undoneSentence({ event, supplierName, number }: UndoableLine, t: Texts): string {
  const field = event.type === 'field-corrected' ? t.field[event.field] : '';
  return fill(t.eventUndone[event.type], { field, invoice: nameOf(supplierName, number, t) });
}

export const invoiceName = ({ fields }: Pick<SupplierInvoice, 'fields'>, t: Texts): string =>
  nameOf(fields.supplierName.value, fields.invoiceNumber.value, t);

export const nameOf = (supplier: string | null, number: string | null, t: Texts): string =>
  fill(t.invoice.named, { supplier: supplier ?? t.invoice.unnamed, number: number ?? t.invoice.unnumbered });
