import type { Day } from '../../base/day.ts';
import { type FieldName, type Fields, fieldKinds, readTypedValue, showValue } from '../invoice-fields/index.ts';
import { nameWords } from '../register-twins/index.ts';
import { keysOf } from './invoice-asks.ts';
import { coverPersons, squeezed } from './page-words.ts';
import type { ReadSearch } from './read-search.ts';

/** What of an invoice answers a search: a field of it, its page, or something that is only like what was typed. */
export type InvoiceFoundBy = {
  readonly kind: 'field' | 'page' | 'like';
  /** Null: of the page, or of the name and number that every hit tells. */
  readonly field: FieldName | null;
  /** As people read it, persons' numbers covered; null as `field`. */
  readonly value: string | null;
};

const lookedAt = [
  'invoiceNumber',
  'ocrReference',
  'bankgiro',
  'plusgiro',
  'iban',
  'organisationNumber',
  'vatNumber',
  'purchaseOrderNumber',
  'totalMinor',
  'netMinor',
  'supplierName',
  'buyerReference',
] as const satisfies readonly FieldName[];

/** The field that what was typed is found in: that which says most of it. */
export function foundInField(fields: Fields, { terms }: ReadSearch, today: Day): InvoiceFoundBy | null {
  const free = terms.map(({ text }) => text);
  const texts = [free.join(' '), ...free];
  const keys = texts.flatMap(keysOf);
  const amounts = texts.flatMap((text) => {
    const amount = readTypedValue('minor', text, today);
    return amount.ok ? [Math.abs(Number(amount.value))] : [];
  });
  const words = nameWords(texts[0] ?? '');
  for (const fit of ['whole', 'begun'] as const)
    for (const name of lookedAt) {
      const { value } = fields[name];
      if (value === null) continue;
      const fits =
        typeof value === 'number'
          ? fit === 'whole' && amounts.includes(Math.abs(value))
          : name === 'supplierName' || name === 'buyerReference'
            ? fit === 'begun' && words.some((word) => nameWords(value).some((own) => own.startsWith(word)))
            : keys.some((key) => (fit === 'whole' ? squeezed(value) === key : /\d/.test(key) && squeezed(value).includes(key)));
      if (fits) return { kind: 'field', field: name, value: coverPersons(showValue(fieldKinds[name], value)) };
    }
  return null;
}
