/** What a register's one search box finds. */
export const registers = ['supplier', 'customer', 'article'] as const;
export type RegisterName = (typeof registers)[number];

export type RegisterHit = {
  readonly register: RegisterName;
  readonly id: string;
  readonly name: string;
  /** As people read it: an article's own; of a person's identity number the last four are covered. */
  readonly number: string | null;
  /** Null also where the identity is protected. */
  readonly city: string | null;
  readonly foundBy: FoundBy;
  readonly state: 'active' | 'blocked' | 'ended';
  /** It was found by one that has been merged into it. */
  readonly mergedFrom: { readonly id: string; readonly name: string } | null;
};
/** `name-like`: no name is spelt so, and this one is near. `number`: as people read it, covered where it is personal. */
export type FoundBy =
  | { readonly kind: 'name' | 'name-like' }
  | { readonly kind: 'number'; readonly numberKind: string; readonly number: string };

export type RegisterHits = {
  readonly hits: readonly RegisterHit[];
  /** Those that are blocked or have ended: as many as of the others, in a group of their own. */
  readonly resting: readonly RegisterHit[];
  /** There are more than were asked for. */
  readonly more: boolean;
};
