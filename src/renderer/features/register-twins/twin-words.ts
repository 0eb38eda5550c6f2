import type { TwinPair, TwinRow } from '../../../shared/contract/register-twins.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import type { Column } from '../../ui/data-table-column.ts';

export const pairKey = ({ rows: [one, other] }: TwinPair): string => `${one.id} ${other.id}`;

/** From these scores on: compare-entries.ts says what gives them. */
const sureFrom = 95;
const likelyFrom = 75;

export const likenessWords = ({ score }: TwinPair, t: Texts): string =>
  fill(t.twins.likenessOf, {
    word: score >= sureFrom ? t.twins.sure : score >= likelyFrom ? t.twins.likely : t.twins.maybe,
    score,
  });

/** Why the two are proposed: 'Samma momsnummer, samma ort'. */
export function reasonWords({ reasons }: TwinPair, t: Texts): string {
  const words = reasons.map((reason) => t.twins.reason[reason]).join(', ');
  return words.charAt(0).toLocaleUpperCase(t.locale) + words.slice(1);
}

export const namesOf = ({ rows: [one, other] }: TwinPair, t: Texts): string =>
  fill(t.twins.and, { one: one.name, other: other.name });

const kinds: readonly string[] = ['bankgiro', 'plusgiro', 'iban'];

/** A payment number, written as people do, with its kind: 'Bankgiro 123-4567'. */
export function paymentWords({ paymentNumbers }: TwinRow, t: Texts): string {
  return paymentNumbers
    .map(({ kind, number }) =>
      kinds.includes(kind) ? `${t.paymentNumber[kind as keyof Texts['paymentNumber']]} ${number}` : number,
    )
    .join(', ');
}

export function twinColumns(t: Texts): readonly Column<TwinPair>[] {
  return [
    { id: 'likeness', header: t.twins.columns.likeness, width: 12, cell: (pair) => likenessWords(pair, t) },
    {
      id: 'names',
      header: t.twins.columns.names,
      width: 16,
      grow: 3,
      text: (pair) => namesOf(pair, t),
      cell: (pair) => namesOf(pair, t),
    },
    {
      id: 'reasons',
      header: t.twins.columns.reasons,
      width: 12,
      grow: 2,
      text: (pair) => reasonWords(pair, t),
      cell: (pair) => reasonWords(pair, t),
    },
  ];
}

/** The one that is proposed to stay: it has an organisation number, or is paid, or more is known of it; of two alike the first. */
export function likelySurvivor([one, other]: TwinPair['rows']): TwinRow {
  const weightOf = ({ number, paymentNumbers, street, postcode, city }: TwinRow): number =>
    (number === null ? 0 : 100) +
    (paymentNumbers.length > 0 ? 10 : 0) +
    [street, postcode, city].filter((fact) => fact !== null && fact !== '').length;
  return weightOf(other) > weightOf(one) ? other : one;
}
