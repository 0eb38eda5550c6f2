import type { Box } from '../../base/page.ts';
import { type Field, type FieldName, fieldKinds, type Proposal } from '../invoice-fields/index.ts';

/** A place on a page worth a second, closer reading, and what is expected there. */
export type WantedReading = { readonly page: number; readonly box: Box; readonly alphabet: Alphabet };
type Alphabet = 'text' | 'digits' | 'amount' | 'day';

/** Fields that a second reading can make safe or mend, the most worthy first. Numbers with a register behind them need none. */
const worthy: readonly FieldName[] = [
  'invoiceNumber',
  'totalMinor',
  'ocrReference',
  'invoiceDate',
  'dueDate',
  'bankgiro',
  'organisationNumber',
  'purchaseOrderNumber',
  'netMinor',
  'vatMinor',
  'buyerReference',
  'plusgiro',
];
const most = 8;

/** Places to read again: fields in doubt that were read from a picture. In the file's page numbers, most worthy first. */
export function closeReadingsWanted({ fields }: Pick<Proposal, 'fields'>): readonly WantedReading[] {
  return worthy
    .flatMap((name) => {
      const { page, box } = fields[name];
      return page !== null && box !== null && isInDoubt(fields[name]) ? [{ page, box, alphabet: alphabetOf(name) }] : [];
    })
    .slice(0, most);
}

const isInDoubt = ({ state, evidence }: Field): boolean =>
  (state === 'check' || state === 'error') && evidence.every(({ kind }) => kind !== 'text-layer');

function alphabetOf(name: FieldName): Alphabet {
  const kind = fieldKinds[name];
  if (kind === 'minor') return 'amount';
  if (kind === 'day') return 'day';
  return kind === 'text' ? 'text' : 'digits';
}
