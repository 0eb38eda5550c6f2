import type { Day } from '../../base/day.ts';
import type { PageWords } from '../../base/page.ts';
import { type KnownSupplier, type LearnedAnchor, proposeDocuments } from '../extraction/index.ts';
import { type FieldName, type Fields, type FieldValue, fieldNames } from '../invoice-fields/index.ts';

/** An invoice that somebody vouched for: its words, the day when it came, and its values; a field that is not among them was not said. */
export type VouchedInvoice = {
  readonly words: readonly PageWords[];
  readonly day: Day;
  readonly values: { readonly [Name in FieldName]?: FieldValue | null };
};

/** The invoice's fields as they are proposed with these anchors; undefined when its pages propose nothing. */
export const fieldsWith = (
  { words, day }: Pick<VouchedInvoice, 'words' | 'day'>,
  supplier: KnownSupplier,
  anchors: readonly LearnedAnchor[],
): Fields | undefined => proposeDocuments(words, { suppliers: [supplier], today: day, anchors }).documents[0]?.fields;

/** Whether some field that came out as vouched for before comes out otherwise after. */
export const isWorse = ({ values }: Pick<VouchedInvoice, 'values'>, before: Fields, after: Fields): boolean =>
  fieldNames.some(
    (name) => values[name] !== undefined && before[name].value === values[name] && after[name].value !== values[name],
  );
