import type { WritableStore } from '../../../src/shared/run/store.ts';
import { oddsOf } from '../../../test/make/papers/odds.ts';
import { paperFacts } from '../../../test/make/papers/paper-facts.ts';
import { type PaperSupplier, supplierOf } from '../../../test/make/papers/suppliers.ts';
import { isKnown, putSupplier } from './register.ts';

/** Seeds of suppliers that send none of the papers, so many for each of them. */
const strangersForEach = 20;
const firstStranger = 200_000;

/**
 * Fills the register with what may be taken for a sender that is not in it: strangers by the thousand, whose short numbers fall together with
 * others by chance, and for each unregistered sender its neighbours.
 */
export async function registerStrangers(store: WritableStore, paperSeeds: readonly number[]): Promise<void> {
  const strangers = paperSeeds.flatMap((_, at) =>
    Array.from({ length: strangersForEach }, (__, nth) => supplierOf(firstStranger + at * strangersForEach + nth)),
  );
  const neighbours = paperSeeds.filter((seed) => !isKnown(seed)).flatMap(neighboursOf);
  for (const supplier of [...strangers, ...neighbours]) await putSupplier(store, supplier);
}

/** One with the same name, one with nearly the same, one that is paid to the same numbers, the buyer, and ones that own other numbers on the paper. */
function neighboursOf(paperSeed: number): readonly PaperSupplier[] {
  const { supplier, buyer, ...said } = paperFacts(paperSeed);
  const odds = oddsOf(paperSeed, 'neighbours');
  const [namesake, nearName, factor, ofBuyer, ...owners] = Array.from({ length: 4 + 5 }, (_, nth) =>
    supplierOf(400_000 + (paperSeed % 10_000) * 10 + nth),
  ) as [PaperSupplier, PaperSupplier, PaperSupplier, PaperSupplier, ...PaperSupplier[]]; // nine of them
  const place = odds.whole(1, Math.max(1, supplier.name.length - 4));
  const owned = [said.customerNumber, said.ourOrder, said.number, said.ocr ?? '', said.purchaseOrder ?? ''];
  return [
    { ...namesake, name: supplier.name },
    { ...nearName, name: `${supplier.name.slice(0, place)}${odds.pick(['a', 'n', 'r'])}${supplier.name.slice(place + 1)}` },
    { ...factor, bankgiro: supplier.bankgiro, plusgiro: supplier.plusgiro, iban: supplier.iban },
    { ...ofBuyer, name: buyer.name, organisationNumber: buyer.organisationNumber, vatNumber: `SE${buyer.organisationNumber}01` },
    ...owners.flatMap((owner, nth) => {
      const number = owned[nth]?.replace(/\D/g, '') ?? '';
      return number.length < 3 || number.length > 8 ? [] : [{ ...owner, plusgiro: number, bankgiro: number }];
    }),
  ];
}
