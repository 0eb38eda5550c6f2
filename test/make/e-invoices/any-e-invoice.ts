import fc from 'fast-check';
import type { AnyTable, Slot } from '../../../src/shared/domain/e-invoices/bindings/table.ts';
import { ublCreditNote, ublInvoice } from '../../../src/shared/domain/e-invoices/bindings/ubl.ts';
import type { EInvoice } from '../../../src/shared/domain/e-invoices/index.ts';

/** Invoices and credit notes with any of their terms there or not, and any text in them, as far as UBL can say it. */
export const anyEInvoice: fc.Arbitrary<EInvoice> = fc
  .constantFrom<readonly [string, AnyTable]>(['380', ublInvoice], ['381', ublCreditNote])
  .chain(([typeCode, table]) => ofTable(table).map((invoice) => whatUblCanSay({ ...invoice, typeCode: term(typeCode) })));

type Loose = { readonly [field: string]: unknown };

const term = (raw: string) => ({ raw, path: '' });

const anyText = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('å ä ö', '<&>"\'', ']]>', 'a\n\tb', 'a\r\nb', '12.50'))
  .map((text) => text.replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : '')).trim());

function ofTable(table: AnyTable): fc.Arbitrary<Loose> {
  const fields = Object.entries(table).map(([name, slot]) => [name, own[name] ?? ofSlot(name, slot)] as const);
  const required = fields.filter(([, { isAlways }]) => isAlways).map(([name]) => name);
  return fc
    .record(Object.fromEntries(fields.map(([name, { any }]) => [name, any])), { requiredKeys: required })
    .map((group) => ({ path: '', ...group }));
}

type Field = { readonly any: fc.Arbitrary<unknown>; readonly isAlways: boolean };
const always = (any: fc.Arbitrary<unknown>): Field => ({ any, isAlways: true });
const perhaps = (any: fc.Arbitrary<unknown>): Field => ({ any, isAlways: false });

function ofSlot(name: string, slot: Slot): Field {
  if (slot.kind === 'group') return perhaps(ofTable(slot.table));
  if (slot.kind === 'groups') return always(fc.array(ofTable(slot.table), { maxLength: 2 }));
  if (slot.kind !== 'leaf' && slot.kind !== 'leaves') throw new Error(`say what ${name} may be`);
  const parts = Object.keys(slot.leaf.attributes);
  const any = fc.record(
    { raw: anyText, path: fc.constant(''), ...Object.fromEntries(parts.map((part) => [part, anyText])) },
    { requiredKeys: ['raw', 'path'] },
  );
  return slot.kind === 'leaves' ? always(fc.array(any, { maxLength: 2 })) : perhaps(any);
}

const amountOf = (currency: string) => anyText.map((raw) => ({ ...term(raw), currency }));
const vatTerms = fc.record(
  { path: fc.constant(''), category: anyText.map(term), rate: anyText.map(term) },
  { requiredKeys: ['path'] },
);

/** What the tables leave to code of their own. */
const own: { readonly [name: string]: Field } = {
  subjectCode: perhaps(fc.constantFrom('AAI', 'REG').map(term)),
  text: always(anyText.map((text) => term(text.replace(/^#/, '')))),
  currencyCode: always(fc.constant(term('SEK'))),
  vatCurrencyCode: always(fc.constant(term('EUR'))),
  totals: perhaps(
    fc
      .record(
        { due: amountOf('SEK'), rounding: amountOf('SEK'), vat: amountOf('SEK'), vatInAccountingCurrency: amountOf('EUR') },
        { requiredKeys: [] },
      )
      .filter((totals) => Object.keys(totals).length > 0)
      .map((totals) => ({ path: '', ...totals })),
  ),
  vat: perhaps(vatTerms),
  vatBreakdown: always(
    fc.array(
      fc
        .record({ taxAmount: amountOf('SEK'), exemptionReason: anyText.map(term) }, { requiredKeys: [] })
        .chain((sums) => vatTerms.map((vat) => ({ ...vat, ...sums }))),
      { maxLength: 2 },
    ),
  ),
  dueDate: perhaps(anyText.map(term)),
};

/** Combinations that the model has and UBL has no words for. */
function whatUblCanSay(invoice: Loose): EInvoice {
  const { dueDate, ...withoutDue } = invoice;
  const isDueSaid = (invoice.payments as readonly unknown[]).length > 0;
  return tidy(isDueSaid ? invoice : withoutDue, '') as EInvoice;
}

function tidy(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((one) => tidy(one, name)).filter((one) => one !== undefined);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([field, one]) => [field, tidy(one, field)] as const);
  const group: { [field: string]: unknown } = Object.fromEntries(entries.filter(([, one]) => one !== undefined));
  if (name === 'period' && group.start === undefined && group.end === undefined) return undefined;
  if (name === 'creditorId') return { ...group, scheme: 'SEPA' };
  if (name === 'payments' && group.meansCode === undefined) delete group.meansText;
  if (name === 'lines' && group.item === undefined) delete group.vat;
  return group;
}
