import { z } from 'zod';
import type { AskedPixels, ChangeFinding, RegisterChange, WantedChange } from '../domain/register-changes/index.ts';
import { id, words } from '../run/schemas.ts';
import { takes } from './called.ts';

export const changeFolders = ['pending', 'decided'] as const;
export type ChangeFolder = (typeof changeFolders)[number];

/** A change as a list shows it: with names for ids. */
export type RegisterChangeRow = {
  readonly change: RegisterChange;
  readonly supplierName: string;
  readonly requestedByName: string;
  readonly decidedByName: string | null;
  readonly callBackByName: string | null;
  /** The number that is to end or to be another's, as people read it, or the name of the one that it is to be merged into. */
  readonly object: string | null;
};

/** What waits of one file that was taken in. */
export type ImportedChanges = {
  readonly importId: string;
  readonly fileName: string;
  readonly requestedByName: string;
  readonly requestedAtMs: number;
  readonly waiting: number;
  /** Something speaks against them: each is decided by itself. */
  readonly withFindings: number;
  /** The supplier is to be rung first; nothing else speaks against them. */
  readonly toCall: number;
  readonly kinds: readonly { readonly kind: WantedChange['kind']; readonly count: number }[];
};
export type ImportedChange = RegisterChangeRow & { readonly findings: readonly ChangeFinding[] };

const limit = z.int().min(1).max(500);
const supplierId = id<'supplier'>();

export const registerChangeQueries = {
  /** Changes that wait for a second person, the oldest first; or those that were settled, the newest first. */
  'register-changes/list': takes(z.object({ folder: z.enum(changeFolders), limit })).gives<readonly RegisterChangeRow[]>(),
  /** The files whose changes wait, the newest first. */
  'register-changes/imports': takes(z.object({ limit })).gives<readonly ImportedChanges[]>(),
  'register-changes/of-import': takes(z.object({ importId: z.uuid(), limit })).gives<readonly ImportedChange[]>(),
  /** Where a number stands on a page of a file that was taken in; null where it does not, or the page is not read. */
  'register-changes/place-on-page': takes(
    z.object({ fileId: id<'sourceFile'>(), page: z.int().min(1), number: words(50) }),
  ).gives<Pick<AskedPixels, 'box' | 'text'> | null>(),
  'register-changes/of-supplier': takes(z.object({ supplierId, limit })).gives<readonly RegisterChangeRow[]>(),
};
