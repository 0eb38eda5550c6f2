export * from './name-words.ts';
export * from './near-words.ts';
