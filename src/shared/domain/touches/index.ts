export * from './tally-touches.ts';
export * from './touches.ts';
