export * from './age-bands.ts';
export * from './answers.ts';
export * from './filters.ts';
export * from './period.ts';
