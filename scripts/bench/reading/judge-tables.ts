import type { InvoiceLine, VatSum } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { PaperTruth } from '../../../test/make/papers/paper-truth.ts';

/** How many of the printed things were read right, and how many of the read ones were printed. */
export type Matched = { readonly printed: number; readonly read: number; readonly right: number };

export const noneMatched: Matched = { printed: 0, read: 0, right: 0 };
export const addMatched = (one: Matched, other: Matched): Matched => ({
  printed: one.printed + other.printed,
  read: one.read + other.read,
  right: one.right + other.right,
});

/** A rate is right when its base and its VAT are; a base that nothing prints may be null. */
export function matchVat(truth: readonly VatSum[], read: readonly VatSum[]): Matched {
  const right = truth.filter((one) =>
    read.some(
      (other) =>
        other.ratePercent === one.ratePercent &&
        other.vatMinor === one.vatMinor &&
        (other.baseMinor === one.baseMinor || other.baseMinor === null),
    ),
  );
  return { printed: truth.length, read: read.length, right: right.length };
}

/** A line is right when its amount is and most of its description's words are; each is met once. */
export function matchLines(truth: PaperTruth['lines'], read: readonly InvoiceLine[]): Matched {
  const left = [...read];
  let right = 0;
  for (const line of truth) {
    const at = left.findIndex(
      (other) => other.amountMinor === line.amountMinor && sharesWords(line.description, other.description),
    );
    if (at < 0) continue;
    left.splice(at, 1);
    right += 1;
  }
  return { printed: truth.length, read: read.length, right };
}

function sharesWords(one: string, other: string): boolean {
  const words = wordsOf(one);
  const seen = new Set(wordsOf(other));
  return words.filter((word) => seen.has(word)).length * 2 >= words.length;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export const scoresOf = ({ printed, read, right }: Matched) => {
  const [recall, precision] = [printed === 0 ? 1 : right / printed, read === 0 ? 1 : right / read];
  return { recall, precision, f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision) };
};
