import type { Entry } from './entries.ts';
import type { Layout } from './layout.ts';
import type { PaperFacts } from './paper-facts.ts';

/** Numbers that stand beside the wanted ones and look like them. */
export function distractorsFor(facts: PaperFacts, layout: Layout): readonly Entry[] {
  const odds = layout.oddsFor('distractors');
  const { supplier } = facts;
  const all: readonly Entry[] = [
    { label: 'Swish', value: `123 ${odds.digits(3)} ${odds.digits(2)} ${odds.digits(2)}` },
    { label: 'Peppol-ID', value: `0007:${supplier.organisationNumber ?? odds.digits(10)}` },
    { label: 'GLN', value: `73${odds.digits(11)}` },
    { label: facts.english ? 'Fax' : 'Telefax', value: `08-${odds.digits(3)} ${odds.digits(2)} ${odds.digits(2)}` },
    { label: 'Bankkonto', value: `${odds.digits(4)}-${odds.digits(2)} ${odds.digits(3)} ${odds.digits(2)}` },
    { label: 'EORI', value: `SE${odds.digits(10)}` },
    { label: facts.english ? 'Delivery note' : 'Följesedelsnr', value: odds.digits(6) },
    { label: facts.english ? 'Agreement' : 'Avtalsnr', value: `${odds.digits(4)}-${odds.digits(4)}` },
    { label: facts.english ? 'Project' : 'Projektnr', value: odds.digits(5) },
    { label: facts.english ? 'Meter' : 'Anläggnings-id', value: `735999${odds.digits(12)}` },
    { label: facts.english ? 'Period' : 'Period', value: '2026-07-01 - 2026-09-30' },
  ];
  return odds.often(0.4) ? odds.shuffled(all).slice(0, odds.whole(1, 3)) : [];
}
