import { asId, type CommandId, type SupplierInvoiceId } from '../../src/shared/base/ids.ts';
import { err, ok } from '../../src/shared/base/result.ts';
import {
  type Conflict,
  EngineError,
  type JoinReport,
  type Notice,
  type OutboxView,
  type RefusedWork,
  type SyncStatus,
  type WaitingLine,
} from '../../src/shared/contract/engine.ts';
import type { LeaseNow } from '../../src/shared/contract/work-queue.ts';
import { decideGivingBack, decideLease, evolveLease, type Lease } from '../../src/shared/domain/work-queue/index.ts';
import { anna } from '../make/invoices.ts';

type Joined = Extract<SyncStatus, { kind: 'joined' }>;

/** A workstation in step with its server, five minutes ago by the test's clock. */
export const aJoined = (changes: Partial<Joined> = {}): Joined => ({
  kind: 'joined',
  server: 'https://faktura.kommun.example',
  deviceName: 'Skanning 2',
  state: 'synced',
  lastReachedMs: Date.UTC(2026, 10, 22, 8, 41),
  waiting: 0,
  blobsWaiting: 0,
  refused: 0,
  doubtful: 0,
  clockAheadMs: 0,
  ...changes,
});

export type SyncStart = {
  readonly status?: SyncStatus;
  readonly waiting?: readonly WaitingLine[];
  readonly conflicts?: readonly Conflict[];
  readonly leases?: readonly Lease[];
  /** Login and password of Anna; without them one chooses who one is. */
  readonly account?: { readonly login: string; readonly password: string };
  /** The code that joins, and what comes of it. */
  readonly join?: { readonly code: string; readonly report: JoinReport };
  /** Blobs that the server has. */
  readonly blobs?: readonly string[];
};

const atMs = Date.UTC(2026, 10, 22, 8, 30);

/** The part of an engine in memory that stands between the workstation and a server. */
export function makeFakeSync(start: SyncStart, tell: (notice: Notice) => void, asksOf: (name: string, input: unknown) => void) {
  let status: SyncStatus = start.status ?? { kind: 'alone' };
  let conflicts = start.conflicts ?? [];
  const leases = new Map((start.leases ?? []).map((lease) => [lease.id, lease]));
  const counted = (): SyncStatus => (status.kind === 'alone' ? status : { ...status, refused: conflicts.length });
  const become = (next: SyncStatus): SyncStatus => {
    status = next;
    tell({ kind: 'sync', status: counted() });
    return counted();
  };
  const reached = () => status.kind === 'alone' || status.state === 'synced' || status.state === 'sending';

  const answers = {
    'sync/status': counted,
    'sync/outbox': (): OutboxView => ({ waiting: start.waiting ?? [], refused: conflicts.map(({ work }) => work) }),
    'sync/conflict': ({ commandId }: { commandId: CommandId }) =>
      conflicts.find(({ work }) => work.commandId === commandId) ?? null,
    'leases/of-invoice': ({ invoiceId }: { readonly invoiceId: SupplierInvoiceId }): LeaseNow | null => {
      const lease = leases.get(invoiceId);
      if (lease === undefined || lease.untilMs <= Date.now()) return null;
      const { holder, untilMs, takenFrom = null, takeOverReason: reason = null } = lease;
      return { holder, holderName: 'Bo Lind', untilMs, takenFrom, reason };
    },
  };
  const tasks: { readonly [name: string]: (input: never) => unknown } = {
    'sync/retry': () => (status.kind === 'alone' ? status : become({ ...status, state: 'synced', waiting: 0 })),
    'sync/deal-with': ({ commandIds }: { commandIds: readonly CommandId[] }) => {
      conflicts = conflicts.filter(({ work }) => !commandIds.includes(work.commandId));
      return become(status);
    },
    'sync/join': ({ address, code, deviceName }: { address: string; code: string; deviceName: string }) => {
      if (status.kind === 'joined') throw new EngineError('already-joined');
      if (start.join === undefined) throw new EngineError('offline');
      if (code !== start.join.code) throw new EngineError('wrong-code');
      become(aJoined({ server: address, deviceName }));
      return start.join.report;
    },
    'blobs/fetch': ({ sha256 }: { sha256: string }) => {
      if (!reached()) throw new EngineError('offline');
      return { there: start.blobs?.includes(sha256) ?? false };
    },
  };

  /** Leases by the domain's own rule, as the server's clock has it; undefined for another command. */
  const execute = (name: string, input: { readonly invoiceId: SupplierInvoiceId; readonly minutes?: number }) => {
    if (!name.startsWith('leases/')) return undefined;
    if (!reached()) throw new EngineError('offline');
    asksOf(name, input);
    const by = { actor: anna, device: 'here' };
    const lease = leases.get(input.invoiceId);
    const decided =
      name === 'leases/take'
        ? decideLease({ lease, unitId: 'main' }, { invoiceId: input.invoiceId, minutes: input.minutes ?? 15 }, by, Date.now())
        : decideGivingBack(lease, by);
    if (!decided.ok) return err(decided.error);
    for (const event of decided.value) leases.set(input.invoiceId, evolveLease(leases.get(input.invoiceId), event));
    tell({ kind: 'changed', entities: ['lease'] });
    return ok({ commandId: asId<'command'>('lease') });
  };
  /** Somebody elsewhere takes a lease, or takes it over. */
  const becomeLease = (lease: Lease) => {
    leases.set(lease.id, lease);
    tell({ kind: 'changed', entities: ['lease'] });
  };
  return { answers, tasks, execute, become, becomeLease, needsServer: () => !reached() };
}

/** Work that the server refused; a test names only what matters to it. */
export const someRefusedWork = (changes: Partial<RefusedWork> = {}): RefusedWork => ({
  commandId: asId('0190ffff-0000-7000-8000-000000000001'),
  commandIds: [asId('0190ffff-0000-7000-8000-000000000001')],
  name: 'supplier-invoices/correct-field',
  actorName: 'Anna Berg',
  issuedAtMs: atMs,
  error: { code: 'stale' },
  about: {
    entity: 'supplierInvoice',
    id: asId('0190dddd-0000-7000-8000-000000000001'),
    supplierName: 'Exempelbolaget AB',
    number: '10045',
    totalMinor: 125_000,
  },
  ...changes,
});

export const aConflict = (changes: Partial<Conflict> = {}): Conflict => ({
  work: someRefusedWork(),
  mine: null,
  theirs: null,
  base: null,
  theirHistory: [],
  ...changes,
});

export const aWaitingLine = (changes: Partial<WaitingLine> = {}): WaitingLine => ({
  commandId: asId('0190ffff-0000-7000-8000-000000000009'),
  name: 'supplier-invoices/verify',
  actorName: 'Anna Berg',
  issuedAtMs: atMs,
  about: someRefusedWork().about,
  waitsForBlobs: false,
  doubt: null,
  ...changes,
});
