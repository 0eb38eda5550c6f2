import { paidAtOf, pricedFromOf } from './composites.ts';
import type { ExchangeField } from './exchange-field.ts';

/** Whether a value of a field with several says nothing that those that are there do not say. */
export function sayTheSame({ kind }: ExchangeField, there: readonly string[], value: string): boolean {
  switch (kind) {
    case 'bankgiro':
    case 'plusgiro':
    case 'iban':
    case 'bank-account': {
      // A file that names no holder says nothing of it, and a number's bank is said when it is registered.
      const { number, holder } = paidAtOf(value);
      return there.map(paidAtOf).some((one) => one.number === number && (holder === '' || holder === one.holder));
    }
    case 'price-from': {
      const { fromDay, ...terms } = pricedFromOf(value);
      const begun = there.map(pricedFromOf).filter((one) => one.fromDay <= fromDay);
      const held = begun.reduce<(typeof begun)[number] | undefined>(
        (last, one) => (last === undefined || one.fromDay > last.fromDay ? one : last),
        undefined,
      );
      return held?.price === terms.price && held.vatCode === terms.vatCode && held.account === terms.account;
    }
    default:
      return there.includes(value);
  }
}
