export * from './fault-figures.ts';
