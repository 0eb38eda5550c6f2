import { err, ok, type Result } from '../../../base/result.ts';
import { type Evidence, emptyField, type Field, type FieldState, type FieldValue } from '../../invoice-fields/index.ts';
import { has, type Term } from '../terms.ts';

/** How a term of an e-invoice becomes a field. */
export type FieldRule<Value extends FieldValue> = {
  /** The term's text in the field's normal form; why not, when it breaks the rule of its kind and is to be shown all the same. */
  readonly read: (raw: string) => Result<Value, 'none'> | { readonly ok: 'broken'; readonly value: Value };
  readonly empty: 'missing' | 'absent';
  /** False: whatever the file says, a person must look. */
  readonly maySafe?: (value: Value) => boolean;
  /** What speaks for the value besides its standing in the file. */
  readonly proofs?: (value: Value) => readonly Evidence[];
};

const longestText = 200;
const longestRaw = 500;

/**
 * A field that stands as data in a file: nothing was misread, so it is safe, unless it breaks the rule of its kind or the register
 * does not bear it out. What is no value of its kind leaves the field empty with its text beside it.
 */
export function fileField<Value extends FieldValue>(term: Term | undefined, rule: FieldRule<Value>): Field<Value> {
  if (!has(term)) return emptyField(rule.empty);
  const raw = term.raw.slice(0, longestRaw);
  const read = rule.read(term.raw);
  if (read.ok === false) return { ...emptyField('missing'), raw, source: term.path };
  const { value } = read;
  const evidence: readonly Evidence[] = [fromFile(term), ...(rule.proofs?.(value) ?? [])];
  return {
    ...emptyField('missing'),
    value,
    raw,
    state: stateOf(read.ok, rule.maySafe?.(value)),
    confidence: 1,
    source: term.path,
    evidence,
  };
}

export const fromFile = ({ path }: Term): Evidence => ({ kind: 'file', ref: path.slice(0, longestText) });

function stateOf(isRight: true | 'broken', maySafe = true): FieldState {
  if (isRight === 'broken') return 'error';
  return maySafe ? 'safe' : 'check';
}

/** Text in the form in which the record keeps it: one line, NFC, of bounded length. */
export function readText(raw: string): Result<string, 'none'> {
  const text = raw.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, longestText);
  return text === '' ? err('none') : ok(text);
}

/** By a number's own rule; one that breaks it is shown as its digits, and one that has none is no value. */
export const readNumber =
  (parse: (text: string) => Result<string, string>) =>
  (raw: string): ReturnType<FieldRule<string>['read']> => {
    const parsed = parse(raw);
    if (parsed.ok) return parsed;
    const plain = raw
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .slice(0, longestText);
    return /\d/.test(plain) ? { ok: 'broken', value: plain } : err('none');
  };

export const checkDigit = (ref: 'modulus-10' | 'modulus-97'): Evidence => ({ kind: 'check-digit', ref });
