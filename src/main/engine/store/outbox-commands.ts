import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { CommandId } from '../../../shared/base/ids.ts';
import type { Outcome } from '../../../shared/run/store.ts';
import type { OutboxCommand, OutboxStorage } from '../sync/ports.ts';
import { guarded } from './store-errors.ts';

/** Answered commands stay this long: longer than the oldest backup that a server may be restored from. */
const keptDays = 35;
const dayMs = 86_400_000;

/** A command as it lies in the table. */
type Line = {
  readonly n: number;
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly input: string;
  readonly actor: string;
  readonly lease_token: number | null;
  readonly issued_at_ms: number;
  readonly touches: string;
  readonly cites: string;
  readonly dseq: number | null;
  readonly outcome: string | null;
  readonly seq_last: number | null;
  readonly kept_work: string | null;
  readonly dealt_with: number;
  readonly checksum: string;
};

/** The bytes of a command are not those that were kept. */
export class DamagedCommand extends Error {}

export type OutboxCommands = OutboxStorage & {
  /** Any command that is still kept, also one that has long been answered. */
  find(id: CommandId): OutboxCommand | undefined;
  /** Puts commands of a single seat behind the others, in order; those that are here already are left as they are. */
  holdBack(commands: readonly HeldBack[]): void;
  heldBack(): readonly OutboxCommand[];
  /** They count as any other from now on, as they are given here. */
  release(commands: readonly OutboxCommand[]): void;
  /** A workstation that is enrolled anew counts from 1: what has no answer is numbered again. */
  forgetNumbers(): void;
  /** Whether the file was received, or was to be read once more, by this workstation. */
  received(fileId: string): boolean;
  prune(nowMs: number): void;
};
export type HeldBack = Omit<OutboxCommand, 'n' | 'dseq' | 'decided' | 'keptWork' | 'dealtWith'>;

const enrolmentNow = '(SELECT max(enrolment) FROM enrolments)';
const matters = `held_back = 0 AND (outcome_kind IS NULL OR (outcome_kind = 'accepted' AND seq_last > @seq)
  OR (outcome_kind <> 'accepted' AND dealt_with = 0))`;

/** The commands of `outbox.db`. What has been kept is on the disk when it returns. */
export function outboxCommands(connection: Database.Database, clock: () => number): OutboxCommands {
  const keep = connection.prepare(`
    INSERT INTO commands (n, id, name, version, input, actor, lease_token, issued_at_ms, touches, cites, dseq, enrolment,
      outcome_kind, outcome, seq_last, answered_at_ms, kept_work, dealt_with, held_back, checksum)
    VALUES (@n, @id, @name, @version, @input, @actor, @leaseToken, @issuedAtMs, @touches, @cites, @dseq,
      iif(@dseq IS NULL, NULL, ${enrolmentNow}), @outcomeKind, @outcome, @seqLast, @answeredAtMs, @keptWork, @dealtWith, @heldBack, @checksum)
    ON CONFLICT (id) DO UPDATE SET dseq = excluded.dseq, enrolment = coalesce(enrolment, excluded.enrolment),
      outcome_kind = excluded.outcome_kind, outcome = excluded.outcome, seq_last = excluded.seq_last,
      answered_at_ms = coalesce(answered_at_ms, excluded.answered_at_ms), kept_work = excluded.kept_work,
      dealt_with = excluded.dealt_with, held_back = excluded.held_back, name = excluded.name, input = excluded.input,
      actor = excluded.actor, touches = excluded.touches, checksum = excluded.checksum`);
  const load = connection.prepare<unknown[], Line>(`SELECT * FROM commands WHERE ${matters} ORDER BY n`);
  const findOne = connection.prepare<[string], Line>('SELECT * FROM commands WHERE id = ?');
  const held = connection.prepare<[], Line>('SELECT * FROM commands WHERE held_back = 1 ORDER BY n');
  const last = connection.prepare<[], { n: number; dseq: number }>(`
    SELECT coalesce((SELECT max(n) FROM commands), 0) AS n,
      coalesce((SELECT max(dseq) FROM commands WHERE enrolment = ${enrolmentNow}), 0) AS dseq`);
  const blobs = connection.prepare<[], string>('SELECT sha256 FROM held_blobs').pluck();
  const keepBlob = connection.prepare('INSERT OR IGNORE INTO held_blobs VALUES (?)');
  const dropBlob = connection.prepare('DELETE FROM held_blobs WHERE sha256 = ?');
  const forget = connection.prepare('UPDATE commands SET dseq = NULL, enrolment = NULL WHERE outcome_kind IS NULL');
  const forgetBlobs = connection.prepare('DELETE FROM held_blobs');
  const prune = connection.prepare(`
    DELETE FROM commands WHERE answered_at_ms < @before AND (outcome_kind = 'accepted' OR dealt_with = 1)
      AND n < (SELECT max(n) FROM commands) AND n <> (SELECT n FROM commands WHERE enrolment = ${enrolmentNow} ORDER BY dseq DESC LIMIT 1)`);

  const receipt = connection.prepare<[string], number>(
    "SELECT 1 FROM commands WHERE name IN ('intake/receive-file', 'intake/try-again') AND instr(touches, ?) > 0",
  );
  const lastNow = () => last.get() ?? { n: 0, dseq: 0 };
  const all = (commands: readonly OutboxCommand[], heldBack: boolean): void =>
    guarded(() =>
      connection.transaction(() => {
        for (const command of commands) keep.run(toLine(command, heldBack, clock()));
      })(),
    );

  return {
    load: async (seq) => ({
      commands: load.all({ seq }).map(fromLine),
      lastN: lastNow().n,
      lastDseq: lastNow().dseq,
      held: new Set(blobs.all()),
    }),
    keep: async (commands) => all(commands, false),
    keepHeld: async (sha256, isHeld) => void guarded(() => (isHeld ? keepBlob : dropBlob).run(sha256)),
    find: (id) => {
      const line = findOne.get(id);
      return line === undefined ? undefined : fromLine(line);
    },
    holdBack: (commands) => {
      let { n } = lastNow();
      const unknown = commands.filter(({ id }) => findOne.get(id) === undefined);
      all(
        unknown.map((command) => {
          n += 1;
          return { ...command, n, dseq: null, decided: null, keptWork: null, dealtWith: false };
        }),
        true,
      );
    },
    heldBack: () => held.all().map(fromLine),
    release: (commands) => all(commands, false),
    forgetNumbers: () =>
      guarded(() =>
        connection.transaction(() => {
          forget.run();
          forgetBlobs.run(); // another server may not have them
        })(),
      ),
    received: (fileId) => receipt.get(fileId) !== undefined,
    prune: (nowMs) => void guarded(() => prune.run({ before: nowMs - keptDays * dayMs })),
  };
}

function toLine(command: OutboxCommand, heldBack: boolean, nowMs: number) {
  const { decided, keptWork, dealtWith, touches, cites, input, ...plain } = command;
  return {
    ...plain,
    input: JSON.stringify(input ?? null),
    touches: JSON.stringify(touches),
    cites: JSON.stringify(cites),
    outcomeKind: decided?.outcome.kind ?? null,
    outcome: decided === null ? null : JSON.stringify(decided.outcome),
    seqLast: decided?.seqLast ?? null,
    answeredAtMs: decided === null ? null : nowMs,
    keptWork: keptWork === null ? null : JSON.stringify(keptWork),
    dealtWith: Number(dealtWith),
    heldBack: Number(heldBack),
    checksum: checksumOf(command.id, command.name, JSON.stringify(input ?? null), command.actor),
  };
}

/** The command of a line of the table. Throws DamagedCommand. */
export function fromLine(line: Line): OutboxCommand {
  if (checksumOf(line.id, line.name, line.input, line.actor) !== line.checksum) throw new DamagedCommand(line.id);
  return {
    n: line.n,
    id: line.id as CommandId, // kept as one
    name: line.name,
    version: line.version,
    input: JSON.parse(line.input),
    actor: line.actor as OutboxCommand['actor'], // as above
    leaseToken: line.lease_token,
    issuedAtMs: line.issued_at_ms,
    touches: JSON.parse(line.touches) as OutboxCommand['touches'],
    cites: JSON.parse(line.cites) as OutboxCommand['cites'],
    dseq: line.dseq,
    decided: line.outcome === null ? null : { outcome: JSON.parse(line.outcome) as Outcome, seqLast: line.seq_last ?? 0 },
    keptWork: line.kept_work === null ? null : (JSON.parse(line.kept_work) as OutboxCommand['keptWork']),
    dealtWith: line.dealt_with === 1,
  };
}

const checksumOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);

export type { Line as OutboxLine };
