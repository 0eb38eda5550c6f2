export type * from './amounts.ts';
export type * from './e-invoice.ts';
export type * from './parties.ts';
export * from './read-e-invoice.ts';
export { type AmountTerm, type Group, has, type IdTerm, type QuantityTerm, type Term } from './terms.ts';
export { dayOf, decimalOf } from './values.ts';
export { isCreditNote, writeUbl } from './write-ubl.ts';
