export * from './invoice-numbers.ts';
export * from './invoice-trace.ts';
export * from './judge-twins.ts';
export * from './picture-likeness.ts';
