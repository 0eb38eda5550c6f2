import type { OutboxCommand } from '../../src/main/engine/sync/ports.ts';
import type { LogWitness } from './log-invariants.ts';
import type { OutboxWatch } from './memory-outbox.ts';
import type { Station } from './station.ts';
import type { Report } from './violations.ts';

/** What may happen to a command in an outbox: I1, I3, I4, and that what was refused is kept until a person has dealt with it. */
export function watchOutbox(station: Station, witness: LogWitness, report: Report): OutboxWatch {
  return (before, now) => {
    const about = `${now.name} ${now.n} of ${station.device}`;
    if (before !== undefined && !isSameCommand(before, now)) report('I1', `${about} was changed`);
    if (before?.dseq !== undefined && before.dseq !== null && before.dseq !== now.dseq)
      report('I4', `${about} got another number`);
    if (now.dseq !== null && before?.dseq !== now.dseq && isTaken(station, now))
      report('I4', `number ${now.dseq} was given twice`);
    if (now.decided !== null && before?.decided !== now.decided)
      checkAnswer(before, now, { witness, unsure: station.unsure }, about, report);
    if (now.dealtWith && before?.dealtWith !== true && !station.dealing.has(now.id))
      report('kept', `${about} went out of sight, and nobody has dealt with it`);
  };
}

const isSameCommand = (before: OutboxCommand, now: OutboxCommand): boolean =>
  before.n === now.n && before.input === now.input && before.name === now.name && before.actor === now.actor;

function isTaken({ outboxFile }: Station, { id, dseq }: OutboxCommand): boolean {
  for (const other of outboxFile.commands.values()) if (other.id !== id && other.dseq === dseq) return true;
  return false;
}

function checkAnswer(
  before: OutboxCommand | undefined,
  { id, decided, keptWork, touches }: OutboxCommand,
  { witness, unsure }: { readonly witness: LogWitness; readonly unsure: ReadonlySet<string> },
  about: string,
  report: Report,
): void {
  const theirs = witness.decided.get(id);
  if (before !== undefined && before.decided !== null) report('I3', `${about} got a second answer`);
  if (theirs === undefined || decided === null) {
    report('I3', `${about} got an answer that the server has not given`);
    return;
  }
  if (theirs.outcome !== decided.outcome || theirs.seqLast !== decided.seqLast)
    report('I3', `${about} got another answer than the server gave`);
  if (decided.outcome.kind === 'accepted') return;
  const isKept =
    keptWork !== null &&
    (unsure.has(id) || touches.some((name) => keptWork.some((row) => row.entity === name.entity && row.id === name.id)));
  if (!isKept) report('kept', `${about} was refused, and the clerk's work is not kept`);
}

/** What was refused and not dealt with is in sight, as long as the program runs; and every command that was saved is there. */
export function checkInbox({ outboxFile, running, device }: Station, saved: ReadonlySet<string>, report: Report): void {
  if (running === undefined) return;
  const shown = new Set(running.outbox.refused().map(({ id }) => id));
  for (const { id, name, decided, dealtWith } of outboxFile.commands.values()) {
    if (decided === null || decided.outcome.kind === 'accepted') continue;
    if (!dealtWith && !shown.has(id)) report('kept', `${name} was refused, and ${device} does not show it`);
  }
  for (const id of saved)
    if (running.outbox.find(id as never) === undefined && outboxFile.commands.get(id as never)?.decided === null)
      report('I1', `${id} is on the disk of ${device}, and its program has forgotten it`); // ids of commands
}
