import { z } from 'zod';
import type { AnyRow } from '../run/define-entity.ts';
import { type Entities, entities } from '../run/entities/index.ts';
import type { Entry, Outcome } from '../run/store.ts';

/**
 * What a workstation and the server say to each other: JSON over HTTPS, version in the path. Commands go up by POST, entries come
 * down by GET; server-sent events only hint that there is something to fetch. Both sides parse what comes.
 *
 * | request | who asks | answers |
 * |---|---|---|
 * | `POST /v1/devices` | nobody yet | enrolled |
 * | `POST /v1/sign-in` | device | signedIn |
 * | `POST /v1/sign-out` | session, of either kind | nothing |
 * | `POST /v1/commands` | device | pushAnswer |
 * | `GET /v1/changes?epoch&after&view&limit` | session | changesPage |
 * | `GET /v1/snapshot?view` | session | snapshot lines, NDJSON, gzip |
 * | `GET /v1/events` | session | server-sent events: `head` (epoch, seq), `view` (its name) |
 * | `HEAD /v1/blobs/:sha256` | device | 200 when it is here whole: nothing need be sent |
 * | `POST /v1/blobs`, then `HEAD PATCH` where it says | device | tus 1.0 with metadata `sha256` |
 * | `GET /v1/blobs/:sha256` | session | bytes, with Range |
 * | `POST /v1/founding` | device | founded: an empty server takes a workspace's log as its own. The body is founding lines, NDJSON, gzip |
 *
 * A device is known by `Authorization: Bearer <device token>`, a session by its own token.
 */
export const wireVersion = 1;
/** Sent with every request: `Fakturist-Wire: 1`. A server that no longer speaks it answers 426. */
export const wireHeader = 'fakturist-wire';

export const pushLimit = { commands: 100, bytes: 1_000_000 } as const;
export const pageLimit = 2_000;

const seq = z.int().min(0);
const epoch = z.int().min(1);
const token = z.string().min(20).max(200);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** PostgreSQL keeps no NUL in a text, and no half of a surrogate pair. */
const words = z
  .string()
  .min(1)
  .max(100)
  .refine((typed) => typed.isWellFormed() && !typed.includes('\u0000'));

export const enrolInput = z.object({ code: z.string().min(8).max(60), name: words });
export const enrolled = z.object({ device: z.uuid(), token, /** Nobody has founded anything here yet. */ empty: z.boolean() });

export const signInInput = z.object({ login: words, password: z.string().min(1).max(200) });
export const signedIn = z.object({
  person: z.uuid(),
  /** For what is fetched, also while nobody sits there. */
  token,
  /** For what counts only while this person sits there. It fetches nothing, is kept nowhere, and ends when somebody else signs in on the device. */
  decides: token,
  scopes: z.array(z.string()),
  /** Names the list of scopes: it changes when the list does. */
  view: z.string(),
  serverTimeMs: z.int(),
});
export type SignedIn = z.infer<typeof signedIn>;

/** A command as it goes up. The device is known by its token. */
export const sentCommand = z.object({
  id: z.uuid(),
  dseq: z.int().min(1),
  name: z.string().regex(/^[a-z][a-z0-9/-]{0,99}$/),
  version: z.int().min(1).max(10_000),
  input: z.unknown(),
  actor: z.uuid(),
  leaseToken: z.int().nullable(),
  issuedAtMs: z.int(),
  /** `decides` of the person in whose name it comes: see `Command.ownSession`. */
  session: token.optional(),
});
export type SentCommand = z.infer<typeof sentCommand>;
/** `epoch` null: the workstation has not yet heard of one. */
export const pushInput = z.object({ epoch: epoch.nullable(), commands: z.array(sentCommand).min(1).max(pushLimit.commands) });
export type PushInput = z.infer<typeof pushInput>;

const outcomeShape = z.object({ kind: z.enum(['accepted', 'rejected', 'parked']) });
const outcome = z.custom<Outcome>((value) => outcomeShape.safeParse(value).success);
/** Outcomes of the first commands of the batch, in its order; `stopped` says why the next was not decided. */
export const pushAnswer = z.object({
  epoch,
  head: seq,
  answers: z.array(z.object({ id: z.uuid(), outcome, seqLast: seq })),
  stopped: z
    .discriminatedUnion('code', [
      z.object({ code: z.literal('dseq-gap'), expected: z.int() }),
      z.object({ code: z.literal('blobs-missing'), sha256s: z.array(sha256) }),
    ])
    .nullable(),
});
export type PushAnswer = z.infer<typeof pushAnswer>;

const entityNames = Object.keys(entities) as (keyof Entities)[];
export const entitySchema = z.enum(entityNames as [keyof Entities, ...(keyof Entities)[]]);
const entryShape = z.object({
  seq,
  tx: seq,
  commandId: z.string(),
  scope: z.string(),
  op: z.enum(['put', 'evict', 'outcome']),
  entity: z.union([entitySchema, z.literal('command')]),
  rowId: z.string(),
  rev: z.int(),
});
const entrySchema = z.custom<Entry>((value) => entryShape.safeParse(value).success);

export const changesQuery = z.object({
  epoch: z.coerce.number().pipe(epoch),
  after: z.coerce.number().pipe(seq),
  view: z.string().max(100),
  limit: z.coerce.number().pipe(z.int().min(1).max(pageLimit)),
});
export type ChangesQuery = z.infer<typeof changesQuery>;

/** A scope as the server has it: `sum` in hex, see `digestHex`. */
const digestLine = z.object({ scope: z.string(), rows: z.int(), sum: z.string().regex(/^[0-9a-f]{16}$/) });
export type DigestLine = z.infer<typeof digestLine>;

/** The changes after `from` through `to`, of what the view may see. It ends where a command ends, so that none is seen in part. */
export const changesPage = z.object({
  epoch,
  view: z.string(),
  from: seq,
  to: seq,
  head: seq,
  entries: z.array(entrySchema),
  /** Of every scope in the view, when `to` is `head`. */
  digests: z.array(digestLine).nullable(),
  serverTimeMs: z.int(),
});
export type ChangesPage = z.infer<typeof changesPage>;

/** The data of the server-sent events `head` and `view`. Each is told when one begins to listen, and when it has changed. */
export const headHint = z.object({ epoch, seq });
export const viewHint = z.object({ view: z.string() });

/** The first line of a snapshot: the rows that follow are exactly those at `seq`. The last line counts them. */
export const snapshotHead = z.object({
  kind: z.literal('head'),
  epoch,
  seq,
  view: z.string(),
  scopes: z.array(z.string()),
  digests: z.array(digestLine),
});
export type SnapshotHead = z.infer<typeof snapshotHead>;
const rowShape = z.object({ id: z.string(), rev: z.int().min(1) });
const snapshotRow = z.object({
  kind: z.literal('row'),
  entity: entitySchema,
  row: z.custom<AnyRow>((value) => rowShape.safeParse(value).success),
});
const snapshotEnd = z.object({ kind: z.literal('end'), rows: z.int() });
export const snapshotLine = z.discriminatedUnion('kind', [snapshotHead, snapshotRow, snapshotEnd]);
export type SnapshotLine = z.infer<typeof snapshotLine>;

/**
 * One command of the log that an empty server is founded with, and its entries as they stand in the log, the outcome last. The
 * lines come in the log's order, from seq 1 without gaps; rows are in the form of today. The blobs that the rows cite have been
 * sent before. The last line says where the log ends.
 */
const foundingCommand = z.object({
  kind: z.literal('command'),
  command: sentCommand
    .omit({ dseq: true, session: true })
    .extend({ device: z.string().min(1).max(100), receivedAtMs: z.int(), outcome }),
  entries: z.array(entrySchema).min(1),
});
const foundingEnd = z.object({ kind: z.literal('end'), commands: z.int().min(1), head: seq });
export const foundingLine = z.discriminatedUnion('kind', [foundingCommand, foundingEnd]);
export type FoundingLine = z.infer<typeof foundingLine>;
export const foundingLimit = { lineBytes: 16_000_000, bytes: 4_000_000_000 } as const;
export const founded = z.object({ epoch, head: seq });
export type Founded = z.infer<typeof founded>;

/** Why a request was not done. Nothing was changed. */
export const wireErrorCodes = [
  'malformed',
  'too-large',
  'not-found',
  /** The device is not enrolled, or was taken out. */
  'unknown-device',
  'wrong-code',
  'wrong-password',
  'signed-out',
  'forbidden',
  /** The history or the view is not the one asked about: the answer tells the ones that are. */
  'other-epoch',
  'other-view',
  'ahead-of-log',
  'too-old',
  'busy',
  'already-founded',
  /** The founding log cites blobs that are not here whole: `sha256s` names them, a thousand at most. */
  'blobs-missing',
  'wrong-bytes',
  'disk-full',
  'failed',
] as const;
export type WireErrorCode = (typeof wireErrorCodes)[number];
export const wireError = z.object({
  code: z.enum(wireErrorCodes),
  epoch: epoch.optional(),
  view: z.string().optional(),
  scopes: z.array(z.string()).optional(),
  sha256s: z.array(sha256).optional(),
});
export type WireError = z.infer<typeof wireError>;
