export { type PrintedAmount, readAmount } from './amounts.ts';
export { type Anchor, anchorOf, type LearnedAnchor, type Taught } from './anchor.ts';
export { closeReadingsWanted, type WantedReading } from './close-readings.ts';
export { type Chance, chanceOf, type Signs, signaturesOf } from './confidence.ts';
export { type PrintedDay, readDay } from './dates.ts';
export {
  type Around,
  type DroppedPage,
  type DropReason,
  dropReasons,
  type FileProposal,
  proposeDocuments,
} from './propose-documents.ts';
export type { VerifiedPlaces } from './reading.ts';
export type { KnownSupplier } from './supplier.ts';
export { findSupplierKeys } from './supplier-keys.ts';
export { placeOf } from './value-places.ts';
