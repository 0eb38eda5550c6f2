/** What may never happen, by the numbers of docs/simulation.md. */
export const invariants = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'I9',
  'I10',
  'I11',
  'I13',
  'I14',
  'I15',
  'I16',
  'I17',
  'I18',
  'kept',
  'seen',
  'shown',
] as const;
export type Invariant = (typeof invariants)[number];
export type Violation = { readonly invariant: Invariant; readonly detail: string };
export type Report = (invariant: Invariant, detail: string) => void;
