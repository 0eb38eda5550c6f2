/** What a search may find, in the order in which the groups are shown. */
export const searchKinds = ['invoice', 'supplier', 'customer', 'article', 'call'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What a word may be meant as; by itself a word may be any of them. */
export const searchMeanings = ['number', 'amount', 'ocr', 'account', 'organisation', 'name', 'text'] as const;
export type SearchMeaning = (typeof searchMeanings)[number];

type Scope = { readonly words: readonly string[] } & (
  | { readonly kind: SearchKind }
  /** `spaced`: its values are written with spaces between: figures that follow belong to it. */
  | { readonly meaning: SearchMeaning; readonly spaced: boolean }
);

/**
 * The words before a colon that say where to look, or as what: `lev:`, `belopp:`. The first of each is how it is told of, in Swedish; the
 * second in English.
 */
export const searchScopes: readonly Scope[] = [
  { words: ['fakt', 'inv', 'faktura', 'invoice'], kind: 'invoice' },
  { words: ['lev', 'sup', 'leverantör', 'supplier'], kind: 'supplier' },
  { words: ['kund', 'cust', 'customer'], kind: 'customer' },
  { words: ['art', 'item', 'artikel', 'article'], kind: 'article' },
  { words: ['samtal', 'call', 'samtalsnotering'], kind: 'call' },
  { words: ['nr', 'no', 'nummer', 'number', 'fakturanr'], meaning: 'number', spaced: false },
  { words: ['belopp', 'amount', 'summa', 'total'], meaning: 'amount', spaced: true },
  { words: ['ocr', 'ref', 'referens'], meaning: 'ocr', spaced: true },
  { words: ['konto', 'account', 'bg', 'pg', 'iban', 'bankgiro', 'plusgiro'], meaning: 'account', spaced: true },
  { words: ['org', 'vat', 'orgnr', 'moms', 'momsnr'], meaning: 'organisation', spaced: true },
  { words: ['namn', 'name'], meaning: 'name', spaced: false },
  { words: ['text', 'page', 'sida'], meaning: 'text', spaced: false },
];

export const scopeNamed = (word: string): Scope | undefined => searchScopes.find(({ words }) => words.includes(word));
