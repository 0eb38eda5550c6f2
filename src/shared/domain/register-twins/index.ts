export * from './compare-entries.ts';
export * from './dismiss-twins.ts';
export * from './find-twins.ts';
export * from './name-words.ts';
export * from './near-words.ts';
export * from './register-entry.ts';
