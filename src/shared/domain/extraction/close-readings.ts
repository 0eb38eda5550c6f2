import type { Box, PageWords } from '../../base/page.ts';
import { amountNames, type Field, type FieldName, fieldKinds, type Proposal } from '../invoice-fields/index.ts';
import type { LabelKind } from './label-words.ts';
import { findLabels, type Label } from './labels.ts';
import { boxAround, type Row, toRows } from './rows.ts';

/** A place on a page worth a second, closer reading, and what is expected there. */
export type WantedReading = { readonly page: number; readonly box: Box; readonly alphabet: Alphabet };
type Alphabet = 'text' | 'code' | 'digits' | 'amount' | 'day';

/** Fields that a second reading can make safe, mend or find, the most worthy first. */
const worthy: readonly FieldName[] = [
  'invoiceNumber',
  'totalMinor',
  'ocrReference',
  'invoiceDate',
  'dueDate',
  'vatMinor',
  'netMinor',
  'bankgiro',
  'organisationNumber',
  'vatNumber',
  'purchaseOrderNumber',
  'buyerReference',
  'plusgiro',
  'iban',
];
const most = 10;

/** What begins with a letter now and then, and is not reckoned with. */
const codes: readonly FieldName[] = ['purchaseOrderNumber'];

/**
 * Places to read again: fields in doubt where they stand, and fields that were not found beside their printed labels.
 *
 * @param pages those of the document; a page whose text the file carries is not read again
 */
export function closeReadingsWanted({ fields }: Pick<Proposal, 'fields'>, pages: readonly PageWords[]): readonly WantedReading[] {
  const pictures = pages.filter(({ textSource }) => textSource !== 'text-layer');
  const rows = toRows(pictures);
  const labels = findLabels(rows);
  return worthy
    .flatMap((name) => {
      const { page, box } = fields[name];
      if (page !== null && box !== null) return isInDoubt(fields[name]) ? [{ page, box, alphabet: alphabetOf(name) }] : [];
      return fields[name].value === null ? besideLabel(name, labels, rows) : [];
    })
    .filter(({ page }) => pictures.some((one) => one.page === page))
    .slice(0, most);
}

const isInDoubt = ({ state, evidence }: Field): boolean =>
  (state === 'check' || state === 'error') && evidence.every(({ kind }) => kind !== 'text-layer');

/** Where the value of a strong label would stand if it had been read: on its row, up to the next word or the page's rim. */
function besideLabel(name: FieldName, labels: readonly Label[], rows: readonly Row[]): readonly WantedReading[] {
  const label = labels.find(({ kind, strength }) => kind === labelKindOf(name) && strength > 0.8);
  const last = label?.tokens.at(-1);
  const row = last && rows[last.row];
  const box = label && boxAround(label.tokens);
  if (!last || !row || !box) return [];
  const next = row.tokens[row.tokens.indexOf(last) + 1];
  const [, y0, x1, y1] = box;
  const height = y1 - y0;
  const end = Math.min(next ? next.box[0] : 1, x1 + 0.35);
  const place: Box = [x1 + 0.003, Math.max(0, y0 - 0.25 * height), end, Math.min(1, y1 + 0.25 * height)];
  return end - x1 < 0.03 ? [] : [{ page: last.page, box: place, alphabet: alphabetOf(name) }];
}

const labelKindOf = (name: FieldName): LabelKind | undefined =>
  name === 'supplierName'
    ? undefined
    : (((amountNames as readonly FieldName[]).includes(name) ? name.replace('Minor', '') : name) as LabelKind);

function alphabetOf(name: FieldName): Alphabet {
  if (codes.includes(name)) return 'code';
  const kind = fieldKinds[name];
  if (kind === 'minor') return 'amount';
  if (kind === 'day') return 'day';
  return ['text', 'vat-number', 'iban'].includes(kind) ? 'text' : 'digits';
}
