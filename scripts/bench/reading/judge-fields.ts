import {
  type Field,
  type FieldName,
  type FieldValue,
  fieldKinds,
  fieldNames,
} from '../../../src/shared/domain/invoice-fields/index.ts';
import type { PaperTruth } from '../../../test/make/papers/paper-truth.ts';

/**
 * How one proposed field stands to the truth.
 *
 * - `right`: the value that is printed · `empty`: nothing is printed and nothing proposed · `missed`: printed, nothing proposed
 * - `invented`: nothing is printed, something proposed · `wrong`: another value than the printed one
 * - `implied`: right, though not printed as such: counts neither way
 */
export type Verdict = 'right' | 'empty' | 'missed' | 'invented' | 'wrong' | 'implied';

export type Judged = {
  readonly field: FieldName;
  readonly verdict: Verdict;
  readonly expected: FieldValue | null;
  readonly got: FieldValue | null;
  readonly state: Field['state'];
  readonly confidence: number;
  readonly evidence: string;
};

export type FieldTruth = Pick<PaperTruth, 'fields' | 'implied'>;
/** What is judged of a field, whoever read it. */
export type ReadFields = { readonly [Name in FieldName]?: Pick<Field, 'value' | 'state' | 'confidence' | 'evidence'> };

export function judgeFields(
  truth: FieldTruth,
  fields: ReadFields | undefined,
  names: readonly FieldName[] = fieldNames,
): readonly Judged[] {
  return names.map((name): Judged => {
    const field = fields?.[name];
    const [expected, got] = [truth.fields[name], field?.value ?? null];
    return {
      field: name,
      verdict: verdictOf(name, { expected, got, implied: truth.implied[name] }),
      expected,
      got,
      state: field?.state ?? 'missing',
      confidence: field?.confidence ?? 0,
      evidence: (field?.evidence ?? []).map((one) => one.kind).join(' '),
    };
  });
}

type Values = {
  readonly expected: FieldValue | null;
  readonly got: FieldValue | null;
  readonly implied: FieldValue | null | undefined;
};

function verdictOf(name: FieldName, { expected, got, implied }: Values): Verdict {
  if (got === null && expected === null) return 'empty';
  if (same(name, got, expected)) return 'right';
  if (implied !== undefined && (got === implied || same(name, got, implied))) return 'implied';
  if (got === null) return 'missed';
  return expected === null ? 'invented' : 'wrong';
}

/** Codes are the same whatever their spaces; names and references whatever their case and the point at their end. */
function same(name: FieldName, one: FieldValue | null, other: FieldValue | null): boolean {
  if (one === null || other === null) return false;
  if (typeof one === 'number' || typeof other === 'number') return one === other;
  if (fieldKinds[name] !== 'text') return one === other;
  return tidy(name, one) === tidy(name, other);
}

function tidy(name: FieldName, text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[\s.,:;]+$/, '')
    .trim();
  return name === 'invoiceNumber' || name === 'purchaseOrderNumber' ? plain.replace(/ /g, '') : plain;
}
