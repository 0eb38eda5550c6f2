export * from './measures.ts';
export * from './pace.ts';
export * from './visit.ts';
