export { type PrintedAmount, readAmount } from './amounts.ts';
export { type PrintedDay, readDay } from './dates.ts';
export { type Around, proposeDocuments } from './propose-documents.ts';
export type { KnownSupplier } from './supplier.ts';
export { findSupplierKeys } from './supplier-keys.ts';
