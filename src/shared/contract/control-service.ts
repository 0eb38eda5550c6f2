import { z } from 'zod';
import type { Day } from '../base/day.ts';
import type { ImportWarningList } from '../domain/supplier-control/index.ts';
import { daySchema, words } from '../run/schemas.ts';
import { takes } from './called.ts';

/** What screens and the engine say of a control service (leverantörskontroll), and of warning lists as files. */

/** Why nothing came of the last talk with the service: see docs/control-exchange.md. */
export const controlFaults = [
  /** No connection, no answer in time, or a folder that cannot be read or written. */
  'unreachable',
  /** It answered that it cannot, for now. */
  'failing',
  /** It says no: the key, the address or the form is not the one that was agreed. */
  'refused',
  'garbage',
  'half-answer',
  /** The answers were not taken in. */
  'not-taken',
  /** A question has had no answer for thirty days; it is asked anew. */
  'no-answer',
  /** The key is not here: it has to be typed again. */
  'key-missing',
] as const;
export type ControlFault = (typeof controlFaults)[number];

export const serviceSettingsSchema = z.object({
  /** This computer asks; one in each installation does. */
  isOn: z.boolean(),
  /** Shown beside each answer. */
  source: z.string().trim().min(1).max(100),
  way: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('folder'), folder: z.string().trim().min(1).max(1_000) }),
    z.object({ kind: z.literal('http'), address: z.string().trim().min(1).max(300) }),
  ]),
  /** In Sweden, 'HH:MM'. */
  dailyAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  fTaxDays: z.int().min(1).max(30),
  checkDays: z.int().min(1).max(90),
});
export type ServiceSettings = z.output<typeof serviceSettingsSchema>;

/** How it stands between this computer and the service. */
export type ControlServiceStatus = {
  readonly settings: ServiceSettings | null;
  /** `kept`: sealed on the disk · `memory`: this computer has no key store, and it is forgotten when the program ends · `missing` */
  readonly key: 'kept' | 'memory' | 'missing' | 'not-needed';
  readonly isWorking: boolean;
  readonly lastSentMs: number | null;
  readonly lastReceivedMs: number | null;
  readonly finishedOn: Day | null;
  /** Questions that wait for an answer, and suppliers in them. */
  readonly waiting: { readonly batches: number; readonly suppliers: number };
  readonly fault: { readonly code: ControlFault; readonly atMs: number } | null;
};

/** What is amiss with a line of a warning list's file. */
export const warningLineFaults = [
  'unreadable',
  'name-missing',
  'name-too-long',
  'wrong-organisation-number',
  'wrong-bankgiro',
  'wrong-plusgiro',
] as const;
export type WarningLineFault = (typeof warningLineFaults)[number];
/** Why nothing of a file can be taken in. */
export const warningFileFaults = [
  'file-missing',
  'file-empty',
  'too-large',
  'unknown-kind',
  'no-name-column',
  'too-many-lines',
  'no-lines',
] as const;
export type WarningFileFault = (typeof warningFileFaults)[number];

export type ReadWarningList =
  | {
      readonly ok: true;
      readonly encoding: string | null;
      readonly lines: ImportWarningList['lines'];
      /** Lines that are left out, at most a hundred of them; `faulty` counts all. */
      readonly faults: readonly { readonly row: number; readonly fault: WarningLineFault }[];
      readonly faulty: number;
    }
  | { readonly ok: false; readonly fault: WarningFileFault };

/** What a list would do, or has done: how many are new, stay, and are lifted. */
export type WarningListReport =
  | (Extract<ReadWarningList, { ok: false }> & { readonly at: 'unreadable' })
  | {
      readonly at: 'judged' | 'taken' | 'refused';
      readonly encoding: string | null;
      readonly listed: number;
      readonly confirmed: number;
      readonly lifted: number;
      readonly faulty: number;
      readonly faults: readonly { readonly row: number; readonly fault: WarningLineFault }[];
      /** Why the list was refused. */
      readonly refusal: string | null;
    };

export type KnownWarningList = { readonly list: string; readonly source: string; readonly seenOn: Day; readonly entries: number };

const nothing = z.object({});
/** A warning list is text of a few thousand lines. */
export const warningFileBytes = 5_000_000;

export const controlServiceQueries = {
  'supplier-control/service': takes(nothing).gives<ControlServiceStatus>(),
  'supplier-control/lists': takes(nothing).gives<readonly KnownWarningList[]>(),
  /** Findings that wait for this person or for nobody in particular: those whose snooze is over, those that are new, and all. */
  'supplier-control/counts': takes(nothing).gives<ControlCounts>(),
};
export type ControlCounts = { readonly due: number; readonly back: number; readonly fresh: number; readonly mine: number };

export const controlServiceTasks = {
  /** `key` null: the one that is there stays. Throws `forbidden`, and `malformed` for an address that may not be used. */
  'supplier-control/save-service': takes(
    z.object({ settings: serviceSettingsSchema, key: words(500).nullable() }),
  ).gives<ControlServiceStatus>(),
  /** Asks and fetches now. */
  'supplier-control/ask-now': takes(nothing).gives<ControlServiceStatus>(),
  /** Judges a list, or takes it in with `take`. */
  'supplier-control/take-list': takes(
    z.object({
      name: words(300),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= warningFileBytes, 'too large'),
      list: z.string().trim().min(1).max(100),
      source: z.string().trim().min(1).max(200),
      asOf: daySchema,
      take: z.boolean(),
    }),
  ).gives<WarningListReport>(),
};

/** Something has come of asking the service. */
export type ControlNotice = { readonly kind: 'control-service'; readonly status: ControlServiceStatus };
