export { type PrintedAmount, readAmount } from './amounts.ts';
export type { Anchor, LearnedAnchor } from './anchor.ts';
export { type PrintedDay, readDay } from './dates.ts';
export {
  type Around,
  type DroppedPage,
  type DropReason,
  dropReasons,
  type FileProposal,
  proposeDocuments,
} from './propose-documents.ts';
export type { KnownSupplier } from './supplier.ts';
export { findSupplierKeys } from './supplier-keys.ts';
