import { distractorsFor } from './distractors.ts';
import { type ChosenWords, chooseWords, type Entry, entryOf } from './entries.ts';
import type { EntryName } from './label-words.ts';
import { type Odds, oddsOf } from './odds.ts';
import type { PaperFacts } from './paper-facts.ts';
import { type PrintStyle, printStyle } from './print-styles.ts';
import type { Family } from './sheets.ts';

/** Where on the paper a thing is told. */
export type Block = 'meta' | 'references' | 'payment' | 'footer' | 'letterhead';

/** What a layout decides before any block is drawn; each block draws the rest of its own looks from the same seed. */
export type Layout = {
  readonly seed: number;
  readonly family: Family;
  /** Points. */
  readonly base: number;
  readonly left: number;
  readonly right: number;
  readonly words: ChosenWords;
  readonly print: PrintStyle;
  readonly blocks: Readonly<Record<Block, readonly EntryName[]>>;
  readonly slip: boolean;
  readonly columnGap: number;
  readonly windowSide: 'left' | 'right';
  readonly oddsFor: (block: string) => Odds;
};

/** The same seed is the same layout, whatever stands on the paper. */
export function layoutOf(seed: number, { english }: { readonly english: boolean }): Layout {
  const odds = oddsOf(seed, 'layout');
  const family = odds.pick([
    'helvetica',
    'helvetica',
    'liberation',
    'liberation',
    'liberation',
    'dejavu',
    'dejavu',
    'times',
    'times',
    'courier',
    'open-sans',
    'open-sans',
    'source-serif',
    'plex-mono',
    'barlow-condensed',
  ] as const satisfies readonly Family[]);
  const slip = !english && odds.often(0.13);
  return {
    seed,
    family,
    base:
      family === 'courier' || family === 'plex-mono'
        ? odds.pick([8, 8.5, 9, 9.5])
        : odds.pick([7.5, 8, 8.5, 9, 9, 9.5, 10, 10, 10.5]) + (family === 'barlow-condensed' ? 1.5 : 0),
    left: odds.between(11, 24),
    right: 210 - odds.between(11, 22),
    words: chooseWords(oddsOf(seed, 'words'), english),
    print: printStyle(oddsOf(seed, 'print'), { english, kronorOnly: true }),
    blocks: placeEntries(oddsOf(seed, 'places'), slip),
    slip,
    columnGap: odds.between(5, 14),
    windowSide: odds.often(0.62) ? 'right' : 'left',
    oddsFor: (block) => oddsOf(seed, block),
  };
}

function placeEntries(odds: Odds, slip: boolean): Layout['blocks'] {
  const meta: EntryName[] = ['number', 'issued'];
  const references: EntryName[] = [];
  const payment: EntryName[] = [];
  const footer: EntryName[] = [];
  const letterhead: EntryName[] = [];
  const put = (name: EntryName, weights: { readonly [place: string]: number }): void => {
    const places = odds.weighted(weights).split('+');
    if (places.includes('meta')) meta.push(name);
    if (places.includes('references')) references.push(name);
    if (places.includes('payment')) payment.push(name);
    if (places.includes('footer')) footer.push(name);
    if (places.includes('letterhead')) letterhead.push(name);
  };
  put('customer', { meta: 6, references: 2, none: 1 });
  put('due', { meta: 4, 'meta+payment': 4, references: 2, payment: 4, 'references+payment': 1, none: 0.8 });
  put('ocr', { meta: 3, payment: 5, 'meta+payment': 4 });
  put('buyerReference', { references: 7, meta: 2, none: 0.7 });
  put('ourReference', { references: 6, meta: 1, none: 1.5 });
  put('purchaseOrder', { references: 6, meta: 2, none: 0.5 });
  put('ourOrder', { references: 4, meta: 2, none: 4 });
  put('delivered', { references: 2, meta: 1, none: 5 });
  put('terms', { references: 5, meta: 2, payment: 2, none: 2.5 });
  put('lateInterest', { references: 2, payment: 2, footer: 0.5, none: 4 });
  put('delivery', { references: 2, none: 4 });
  put('earlier', { references: 3, meta: 4 });
  put('buyerOrganisation', { references: 1.2, meta: 0.8, none: 7 });
  put('total', { payment: 4, meta: 0.6, none: 6 });
  put('number', { payment: 2, none: 8 });
  put('currency', { meta: 0.7, references: 0.5, none: 8 });
  put('bankgiro', { payment: 6, footer: 4, 'payment+footer': 2.5, letterhead: 0.6 });
  put('plusgiro', { payment: 6, footer: 5, 'payment+footer': 1.5, letterhead: 0.6 });
  put('iban', { payment: 5, footer: 5 });
  put('bic', { payment: 4, footer: 4, none: 1 });
  put('organisation', { footer: 7, letterhead: 2, payment: 0.7, none: 0.5 });
  put('vatNumber', { footer: 6, letterhead: 1.5, payment: 1, none: 0.5 });
  put('phone', { footer: 5, letterhead: 3, none: 1 });
  put('email', { footer: 4, letterhead: 2, none: 2 });
  put('web', { footer: 4, letterhead: 2, none: 3 });
  put('seat', { footer: 3, none: 5 });
  put('taxCard', { footer: 7, letterhead: 1, none: 2 });
  // Paid with the slip's numbers: what the payment box would say stands there.
  const own = slip ? payment.filter((name) => !['ocr', 'bankgiro', 'plusgiro'].includes(name)) : payment;
  const mixed = (names: readonly EntryName[], share: number): EntryName[] =>
    odds.often(share) ? odds.shuffled(names) : [...names];
  return {
    meta: mixed(meta, 0.4),
    references: mixed(references, 0.6),
    payment: mixed(own, 0.5),
    footer: mixed(footer, 0.7),
    letterhead: mixed(letterhead, 0.3),
  };
}

/** What stands in a block, in its order; distractors among the rest. */
export function entriesIn(block: Block, layout: Layout, facts: PaperFacts): readonly Entry[] {
  const entries = layout.blocks[block].flatMap((name) => entryOf(name, facts, layout.words, layout.print) ?? []);
  const place = layout.oddsFor('place of distractors').weighted({ references: 3, meta: 1, footer: 4 });
  const others = place === block ? distractorsFor(facts, layout) : [];
  return others.length === 0 ? entries : [...entries.slice(0, 2), ...others, ...entries.slice(2)];
}
