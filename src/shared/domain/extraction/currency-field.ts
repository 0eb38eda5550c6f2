import type { Evidence, Field } from '../invoice-fields/index.ts';
import { currencyOf } from './amounts.ts';
import { type Candidate, toField } from './field.ts';
import type { Reading } from './reading.ts';
import type { Token } from './rows.ts';

/** What stands near the currency: the total's words, and whether a Swedish giro takes the payment, or the supplier has a Swedish number. */
export type AroundCurrency = {
  readonly total: readonly Token[];
  readonly swedishGiro: boolean;
  readonly swedishSupplier: boolean;
  /** The register's supplier has a Swedish organisation number. */
  readonly isRegisteredInSweden: boolean;
};

/** The currency (ISO 4217): beside the total, else labelled, else the one named most, else SEK for a Swedish giro or supplier. */
export function currencyField(reading: Reading, around: AroundCurrency): Field<string> {
  const named = reading.rows.flatMap((row) =>
    row.tokens.flatMap((token, place) => namedBy(token, [row.tokens[place - 1], row.tokens[place + 1]])),
  );
  // One '$' on a paper that asks for a Swedish giro is a misread sign.
  const dollars = named.filter(({ value }) => value === 'USD');
  const isStray = around.swedishGiro && dollars.length === 1 && dollars.every(({ token }) => token.text.includes('$'));
  const printed = isStray ? named.filter(({ value }) => value !== 'USD') : named;
  const totalRow = around.total[0]?.row;
  const labelRows = new Set(reading.labels.filter((label) => label.kind === 'currency').map((label) => label.tokens[0]?.row));
  const candidates = printed.map(({ value, token }): Candidate<string> => {
    const byTotal = token.row === totalRow;
    const labelled = labelRows.has(token.row);
    const evidence: readonly Evidence[] = [
      ...(byTotal || labelled ? [{ kind: 'label', ref: byTotal ? 'total' : 'currency' } as const] : []),
      ...(value === 'SEK' && around.swedishGiro ? [{ kind: 'check-digit', ref: 'swedish-giro' } as const] : []),
      ...(value === 'SEK' && around.isRegisteredInSweden && !isInSentence(token, reading)
        ? [{ kind: 'register', ref: 'swedish-supplier' } as const]
        : []),
    ];
    const often = printed.filter((one) => one.value === value).length / printed.length;
    return { value, raw: token.text, tokens: [token], score: often + (byTotal ? 2 : 0) + (labelled ? 1 : 0), evidence };
  });
  const [best] = [...candidates].sort((a, b) => b.score - a.score);
  const bySwedishGiro: Candidate<string> = {
    value: 'SEK',
    raw: '',
    tokens: [],
    score: 0.4,
    evidence: [{ kind: 'check-digit', ref: 'swedish-giro' }],
  };
  const bySupplier: Candidate<string> = {
    ...bySwedishGiro,
    score: 0.05,
    evidence: [{ kind: 'format', ref: 'swedish-supplier' }],
  };
  const silent = [...(around.swedishGiro ? [bySwedishGiro] : []), ...(around.swedishSupplier ? [bySupplier] : [])];
  // Where another is printed too, the one beside the total must say it.
  const isAlone = candidates.every(({ value }) => value === candidates[0]?.value);
  const isLabelled = candidates.some(
    ({ value, evidence }) => value === best?.value && evidence.some(({ kind }) => kind === 'label'),
  );
  return toField(reading, 'currency', [...candidates, ...silent], { empty: 'missing', maySafe: isAlone || isLabelled });
}

/** 'Vid försenad betalning debiteras en avgift om 60 kr' says nothing of what the invoice is in. */
const isInSentence = (token: Token, { rows }: Reading): boolean =>
  (rows[token.row]?.tokens ?? []).filter(({ text }) => /^\p{L}{3,}[.,]?$/u.test(text)).length >= 6;

/** A currency word by itself, or grown together with its amount ('€399,00', '500kr'). */
function namedBy(
  token: Token,
  beside: readonly (Token | undefined)[],
): readonly { readonly value: string; readonly token: Token }[] {
  const word = /^[\d.,\s-]*([^\d.,\s-][^\d,\s-]*|:-)[\d.,\s-]*$/.exec(token.text.replace(/[():]+$/g, ''))?.[1];
  const value = currencyOf(word ?? token.text);
  return value === undefined || isMisread(token, beside) ? [] : [{ value, token }];
}

/** '25 %' is often read as '25 $', and a stain as a sign: a sign needs its sum. */
function isMisread({ text, confidence }: Token, beside: readonly (Token | undefined)[]): boolean {
  if (/^\d{1,2}\$$/.test(text)) return true;
  if (!/^[^\p{L}\d]+$/u.test(text) || text === ':-') return false;
  const hasSum = beside.some((other) => other !== undefined && /\d[.,]\d{2}$|\d{3}$/.test(other.text));
  return confidence < 0.8 || (text.includes('$') && !hasSum);
}
