import { z } from 'zod';
import { type TwinReason, twinRegisters } from '../domain/register-twins/index.ts';
import { takes } from './called.ts';

/** How far the search for twins has come. `none`: nobody has asked since the program started. Of the newest search. */
export type TwinSearchStatus = {
  readonly state: 'none' | 'running' | 'stopped' | 'failed' | 'done';
  readonly step: 'reading' | 'comparing';
  /** Rows. */
  readonly done: number;
  readonly total: number;
  /** Pairs, when it is done; also those that were dismissed. */
  readonly found: number;
};

export type TwinRow = {
  readonly id: string;
  readonly name: string;
  /** As people read it; the last four of a personal identity number are covered. */
  readonly number: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly paymentNumbers: readonly { readonly kind: string; readonly number: string }[];
};
export type TwinPair = {
  readonly rows: readonly [TwinRow, TwinRow];
  /** 0..100, the surest highest; no probability. */
  readonly score: number;
  readonly reasons: readonly TwinReason[];
};
export type TwinPage = {
  readonly status: TwinSearchStatus;
  readonly pairs: readonly TwinPair[];
  /** Where the next page begins; null after the last. */
  readonly next: number | null;
};
export type TwinNotice = { readonly kind: 'twins'; readonly status: TwinSearchStatus };

export const twinQueries = {
  /** What the newest search found, the surest first, without what was dismissed since. */
  'registers/twins': takes(z.object({ from: z.int().min(0), limit: z.int().min(1).max(500) })).gives<TwinPage>(),
};
export const twinTasks = {
  /** Looks a whole register through in the background, beginning anew where it was under way. A notice tells how far it has come. */
  'registers/find-twins': takes(z.object({ register: z.enum(twinRegisters) })).gives<TwinSearchStatus>(),
  'registers/stop-finding-twins': takes(z.object({})).gives<TwinSearchStatus>(),
};
