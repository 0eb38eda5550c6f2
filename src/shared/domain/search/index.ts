export * from './found-by.ts';
export * from './invoice-asks.ts';
export * from './invoice-tokens.ts';
export * from './mark-words.ts';
export * from './page-words.ts';
export * from './passage.ts';
export * from './read-search.ts';
export * from './search-scopes.ts';
