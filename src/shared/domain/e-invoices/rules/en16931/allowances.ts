import { all, has, type Place } from '../place.ts';
import { must, type Rule } from '../rule.ts';
import { allowanceWay, hasReason, isAllowance, isCharge, isVat, lineAllowanceWay } from '../ubl.ts';

/** Allowances and charges, of the whole invoice and of its lines: the same demands, under numbers of their own. */
type Kind = {
  readonly at: string;
  readonly is: (place: Place) => boolean;
  readonly sv: string;
  readonly en: string;
  /** The rules that ask for an amount, a VAT category and a reason, and the terms that they ask for. */
  readonly amount: readonly [id: string, term: string];
  readonly category?: readonly [id: string, term: string];
  readonly reason: readonly [ids: readonly string[], terms: string];
};

const kinds: readonly Kind[] = [
  {
    at: allowanceWay,
    is: isAllowance,
    sv: 'Ett avdrag på hela fakturan',
    en: 'An allowance on the whole invoice',
    amount: ['BR-31', 'BT-92'],
    category: ['BR-32', 'BT-95'],
    reason: [['BR-33', 'BR-CO-21'], 'BT-97, BT-98'],
  },
  {
    at: allowanceWay,
    is: isCharge,
    sv: 'Ett tillägg på hela fakturan',
    en: 'A charge on the whole invoice',
    amount: ['BR-36', 'BT-99'],
    category: ['BR-37', 'BT-102'],
    reason: [['BR-38', 'BR-CO-22'], 'BT-104, BT-105'],
  },
  {
    at: lineAllowanceWay,
    is: isAllowance,
    sv: 'Ett avdrag på raden',
    en: 'An allowance on the line',
    amount: ['BR-41', 'BT-136'],
    reason: [['BR-42', 'BR-CO-23'], 'BT-139, BT-140'],
  },
  {
    at: lineAllowanceWay,
    is: isCharge,
    sv: 'Ett tillägg på raden',
    en: 'A charge on the line',
    amount: ['BR-43', 'BT-141'],
    reason: [['BR-44', 'BR-CO-24'], 'BT-144, BT-145'],
  },
];

export const allowanceRules: readonly Rule[] = kinds.flatMap(({ at, is, sv, en, amount, category, reason }) => [
  must(
    amount[0],
    at,
    (place) => !is(place) || has(place, 'cbc:Amount'),
    `${sv} saknar belopp (${amount[1]}).`,
    `${en} has no amount (${amount[1]}).`,
  ),
  ...(category === undefined
    ? []
    : [
        must(
          category[0],
          at,
          (place) => !is(place) || all(place, 'cac:TaxCategory').some((one) => isVat(one) && has(one, 'cbc:ID')),
          `${sv} saknar momskategori (${category[1]}).`,
          `${en} has no VAT category (${category[1]}).`,
        ),
      ]),
  ...reason[0].map((id) =>
    must(
      id,
      at,
      (place) => !is(place) || hasReason(place),
      `${sv} saknar orsak (${reason[1]}).`,
      `${en} has no reason (${reason[1]}).`,
    ),
  ),
]);
