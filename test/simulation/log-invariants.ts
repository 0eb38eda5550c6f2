import { fieldNames } from '../../src/shared/domain/invoice-fields/index.ts';
import {
  type CorrectField,
  isLive,
  type SupplierInvoice,
  sameKey,
  type VerifyInvoice,
} from '../../src/shared/domain/supplier-invoices/index.ts';
import type { Lease } from '../../src/shared/domain/work-queue/index.ts';
import { commands, isCommandName } from '../../src/shared/run/commands/index.ts';
import type { EventRow } from '../../src/shared/run/entities/event.ts';
import type { EntityName } from '../../src/shared/run/entities/index.ts';
import type { Decided, Entry, Head, KeptCommand } from '../../src/shared/run/store.ts';
import type { History } from './history.ts';
import { citesOf, type ServerFile } from './memory-server.ts';
import { checkRegisters, witnessRegisters } from './register-invariants.ts';
import type { Report } from './violations.ts';

/** What has been seen of the log so far. */
export type LogWitness = {
  readonly history: History;
  /** The last number of each device that was decided. */
  readonly lastDseq: Map<string, number>;
  /** The live invoice of each sender and number, and the other way. */
  readonly live: Map<string, string>;
  readonly liveKeyOf: Map<string, string>;
  /** Who has had a hand in each invoice. */
  readonly hands: Map<string, Set<string>>;
  /** The answer to each command, since it is committed. */
  readonly decided: Map<string, Decided>;
  /** How many lines of the log have been looked at. */
  seen: number;
};

export const openWitness = (history: History, seen: number): LogWitness => ({
  history,
  lastDseq: new Map(),
  live: new Map(),
  liveKeyOf: new Map(),
  hands: new Map(),
  decided: new Map(),
  seen,
});

const handsOn = ['field-corrected', 'document-type-changed', 'supplier-linked', 'invoice-verified'];

/** Looks at one commit of the server: I2, I4 to I8, I13, and I15 to I17. `nowMs` is by the server's clock. */
export function witnessCommit(
  witness: LogWitness,
  file: ServerFile,
  from: Head,
  touched: ReadonlyMap<string, readonly [EntityName, string]>,
  nowMs: number,
  report: Report,
): void {
  const added = file.log.slice(witness.seen);
  witness.seen = file.log.length;
  added.forEach(({ seq }, place) => {
    if (seq !== from.seq + place + 1) report('I8', `entry ${place + 1} after ${from.seq} has seq ${seq}`);
  });
  if (file.head.seq !== (added.at(-1)?.seq ?? from.seq)) report('I8', `the head says ${file.head.seq}`);

  let group: Entry[] = [];
  for (const entry of added) {
    group.push(entry);
    if (entry.op !== 'outcome') continue;
    witnessCommand(witness, file, group, nowMs, report);
    group = [];
  }
  if (group.length > 0) report('I2', `entries of ${group[0]?.commandId} without an outcome`);
  for (const [entity, id] of touched.values())
    if (file.state.rows.get(entity, id) !== witness.history.latest(entity, id))
      report('I2', `${entity} ${id} is not as the log says`);
  checkRegisters(file, touched, report);
}

function witnessCommand(witness: LogWitness, file: ServerFile, group: readonly Entry[], nowMs: number, report: Report): void {
  const id = group[0]?.commandId ?? '';
  const kept = file.commands.get(id);
  if (kept === undefined || group.some(({ commandId }) => commandId !== id)) {
    report('I2', `entries of ${id} are mixed up`);
    return;
  }
  if (witness.decided.has(id)) report('I2', `${kept.name} ${id} was decided twice`);
  witness.decided.set(id, kept);
  if (kept.dseq !== null) {
    const expected = (witness.lastDseq.get(kept.device) ?? 0) + 1;
    if (kept.dseq !== expected) report('I4', `${kept.device} sent ${expected}, and ${kept.dseq} was decided`);
    witness.lastDseq.set(kept.device, kept.dseq);
  }
  if (kept.outcome.kind === 'accepted') witnessAccepted(witness, file, kept, group, nowMs, report);
  else if (group.length > 1) report('I2', `${kept.name} was ${kept.outcome.kind} and left ${group.length - 1} entries`);
  for (const entry of group) witness.history.append(entry);
}

function witnessAccepted(
  witness: LogWitness,
  file: ServerFile,
  kept: KeptCommand,
  group: readonly Entry[],
  nowMs: number,
  report: Report,
): void {
  witnessLease(witness, kept, nowMs, report);
  witnessSeen(witness, kept, report);
  for (const { op, entity, body } of group) {
    if (op !== 'put') continue;
    const missing = citesOf(entity as EntityName, body).filter((sha256) => !file.blobs.has(sha256)); // a put is of an entity
    if (missing.length > 0) report('I13', `${kept.name} cites ${missing.length} blobs that are not here`);
    witnessRegisters(witness.history, { entity, body }, report);
    if (entity === 'supplierInvoice') witnessLiveness(witness, body as SupplierInvoice, report); // as the entry says
    if (entity === 'event') witnessEvent(witness, body as EventRow, nowMs, report); // as above
  }
}

/** I5: of one sender and number at most one is live, but for those that were let through with a reason. */
function witnessLiveness({ live, liveKeyOf }: LogWitness, invoice: SupplierInvoice, report: Report): void {
  const before = liveKeyOf.get(invoice.id);
  if (before !== undefined) {
    liveKeyOf.delete(invoice.id);
    live.delete(before);
  }
  const key =
    isLive(invoice) && !('despiteDuplicate' in invoice && invoice.despiteDuplicate !== undefined) ? sameKey(invoice) : null;
  if (key === null) return;
  const other = live.get(key);
  if (other !== undefined && other !== invoice.id) report('I5', `${invoice.id} and ${other} are both live as ${key}`);
  live.set(key, invoice.id);
  liveKeyOf.set(invoice.id, key);
}

/** I6: whoever approves has had no hand in it. I7: a lease that has not run out is nobody else's to take. */
function witnessEvent(
  { hands, history }: LogWitness,
  { type, subjectId, actor, event }: EventRow,
  nowMs: number,
  report: Report,
): void {
  if (handsOn.includes(type)) hands.set(subjectId, (hands.get(subjectId) ?? new Set()).add(actor));
  if (type === 'invoice-approved' && hands.get(subjectId)?.has(actor))
    report('I6', `${actor} approved ${subjectId}, their own work`);
  if (type !== 'lease-taken') return;
  const before = history.latest('lease', subjectId) as Lease | undefined; // a row of that entity
  const taken = event as { readonly holder: string; readonly device: string; readonly token: number }; // the event of that type
  if (before === undefined) return;
  const isSame = before.holder === taken.holder && before.device === taken.device;
  if (before.untilMs > nowMs && !isSame) report('I7', `the lease of ${subjectId} was taken ${before.untilMs - nowMs} ms early`);
  if (taken.token <= before.token) report('I7', `the token of ${subjectId} went from ${before.token} to ${taken.token}`);
}

/** I7: a decision under a lease carries its current token, and none is made under somebody else's. */
function witnessLease({ history }: LogWitness, kept: KeptCommand, nowMs: number, report: Report): void {
  if (!isCommandName(kept.name)) return;
  const { leaseOn } = commands[kept.name] as { leaseOn?: (input: unknown) => string }; // one of many types
  if (leaseOn === undefined) return;
  const lease = history.latest('lease', leaseOn(kept.input)) as Lease | undefined; // a row of that entity
  if (kept.leaseToken !== null && kept.leaseToken !== lease?.token)
    report('I7', `${kept.name} under token ${kept.leaseToken}, and the current one is ${lease?.token}`);
  const isTheirs = lease?.holder === kept.actor && lease.device === kept.device;
  if (lease !== undefined && lease.untilMs > nowMs && !isTheirs) report('I7', `${kept.name} while ${lease.holder} works on it`);
}

/** What stood there is overwritten only by someone who saw it, or who says the same; and vouched for only as it stands. */
function witnessSeen({ history }: LogWitness, { name, input }: KeptCommand, report: Report): void {
  const said = input as Partial<CorrectField & VerifyInvoice>; // parsed by the rule that accepted it
  const invoice = history.latest('supplierInvoice', said.invoiceId ?? '') as SupplierInvoice | undefined; // a row of that entity
  if (invoice === undefined) return;
  if (name === 'supplier-invoices/correct-field' && said.field !== undefined && said.seen) {
    const { value } = invoice.fields[said.field];
    if (value !== said.seen.value && value !== said.value) report('seen', `${said.field} was ${value}, which nobody saw`);
  }
  if (name !== 'supplier-invoices/verify' || !said.values) return;
  for (const field of fieldNames)
    if (said.values[field] !== invoice.fields[field].value) report('seen', `${field} was verified unseen`);
}
