import type { Day } from '../../src/shared/base/day.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { err, ok, type Result } from '../../src/shared/base/result.ts';
import type {
  ControlServiceStatus,
  KnownWarningList,
  ServiceSettings,
  WarningListReport,
} from '../../src/shared/contract/control-service.ts';
import { EngineError, type Notice } from '../../src/shared/contract/engine.ts';
import type { ControlFindingRow, ControlInbox, InboxFolder } from '../../src/shared/contract/supplier-control.ts';
import {
  type ControlFinding,
  type ControlFindingEvent,
  decideComment,
  decideCompletion,
  decideSharing,
  decideSnooze,
  decideWaking,
  evolveControlFinding,
  severityOf,
} from '../../src/shared/domain/supplier-control/index.ts';
import { anna, bo, exempelbolaget } from '../make/invoices.ts';

export type ControlsStart = {
  readonly findings?: readonly ControlFinding[];
  readonly service?: Partial<ControlServiceStatus>;
  /** What comes of asking now. */
  readonly serviceFault?: ControlServiceStatus['fault'];
  readonly lists?: readonly KnownWarningList[];
  readonly listReport?: WarningListReport;
};
type Answers = { readonly [name: string]: (input: never) => unknown };

/** A finding on Exempelbolaget that nobody has looked at. */
export const aFinding = (changes: Partial<Extract<ControlFinding, { state: 'open' }>> = {}): ControlFinding => ({
  id: asId('0190eeee-0000-7000-8000-000000000001'),
  rev: 1,
  state: 'open',
  supplierId: exempelbolaget.id,
  about: 'f-tax',
  onDay: '2026-11-20' as Day,
  source: 'Kontrolltjänsten',
  note: 'F-skatten är återkallad.',
  openedAtMs: Date.UTC(2026, 10, 20, 8),
  notes: [],
  ...changes,
});

/** The part of the fake engine that keeps findings of controls, by the domain's own rules. */
export function makeFakeControls(start: ControlsStart, today: Day, tell: (notice: Notice) => void) {
  const findings = new Map((start.findings ?? []).map((finding) => [finding.id, finding]));
  const names: { readonly [id: string]: string } = { [anna]: 'Anna Berg', [bo]: 'Bo Lind' };
  let service: ControlServiceStatus = {
    ...{ settings: null, key: 'not-needed', isWorking: false, lastSentMs: null, lastReceivedMs: null, finishedOn: null },
    ...{ waiting: { batches: 0, suppliers: 0 }, fault: null, ...start.service },
  };
  const hand = { by: anna, atMs: Date.UTC(2026, 10, 22, 9) };
  const isIn: Record<InboxFolder, (finding: ControlFinding) => boolean> = {
    due: (one) =>
      one.state === 'open' ||
      one.state === 'commented' ||
      one.state === 'shared' ||
      (one.state === 'snoozed' && one.untilDay <= today),
    snoozed: (one) => one.state === 'snoozed' && one.untilDay > today,
    shared: (one) => one.state === 'shared',
    completed: (one) => one.state === 'completed',
  };
  const asRow = (finding: ControlFinding): ControlFindingRow => {
    const { id, supplierId, about, state, onDay, source, note, openedAtMs, notes } = finding;
    const sharedWith = finding.state === 'shared' ? finding.sharedWith : null;
    return {
      ...{ id, supplierId, about, state, onDay, source, note, openedAtMs, sharedWith },
      supplierName: exempelbolaget.name,
      organisationNumber: exempelbolaget.organisationNumber ?? null,
      severity: severityOf[about],
      notes: notes.map((one) => ({ ...one, byName: names[one.by] ?? '' })),
      sharedWithName: sharedWith === null ? null : (names[sharedWith] ?? ''),
      untilDay: finding.state === 'snoozed' ? finding.untilDay : null,
      reason: finding.state === 'snoozed' ? finding.reason : null,
      outcome: finding.state === 'completed' ? finding.outcome : null,
    };
  };
  const write = (decided: Result<readonly ControlFindingEvent[], { readonly code: string }>) => {
    if (!decided.ok) return err(decided.error);
    for (const event of decided.value)
      if (event.on === 'controlFinding') findings.set(event.id, evolveControlFinding(findings.get(event.id), event));
    tell({ kind: 'changed', entities: ['controlFinding'] });
    return ok({ commandId: 'control' });
  };
  const found = ({ findingId }: { readonly findingId: string }) => findings.get(asId(findingId));
  return {
    answers: {
      'supplier-control/inbox': ({ folder }: { readonly folder: InboxFolder }): ControlInbox => ({
        rows: [...findings.values()].filter(isIn[folder]).map(asRow),
        next: null,
      }),
      'supplier-control/counts': () => {
        const due = [...findings.values()].filter(isIn.due);
        return {
          due: due.length,
          back: due.filter(({ state }) => state === 'snoozed').length,
          fresh: due.filter(({ state }) => state === 'open').length,
          mine: due.filter((one) => one.state === 'shared' && one.sharedWith === anna).length,
        };
      },
      'supplier-control/service': () => service,
      'supplier-control/lists': () => start.lists ?? [],
    } as Answers,
    tasks: {
      'supplier-control/save-service': ({ settings, key }: { settings: ServiceSettings; key: string | null }) => {
        if (settings.way.kind === 'http' && !settings.way.address.startsWith('https://')) throw new EngineError('malformed');
        const kept = settings.way.kind === 'folder' ? 'not-needed' : key === null ? service.key : 'kept';
        service = { ...service, settings, key: kept, fault: null };
        return service;
      },
      'supplier-control/ask-now': () => {
        service = { ...service, lastSentMs: hand.atMs, fault: start.serviceFault ?? null };
        return service;
      },
      'supplier-control/take-list': ({ take }: { readonly take: boolean }) => {
        const report = start.listReport ?? { at: 'unreadable', ok: false, fault: 'file-empty' };
        return take && report.at === 'judged' ? { ...report, at: 'taken' } : report;
      },
    } as Answers,
    commands: {
      'supplier-control/snooze': (input: Parameters<typeof decideSnooze>[1]) =>
        write(decideSnooze(found(input), input, hand, today)),
      'supplier-control/wake': (input: Parameters<typeof decideWaking>[1]) => write(decideWaking(found(input), input)),
      'supplier-control/comment': (input: Parameters<typeof decideComment>[1]) => write(decideComment(found(input), input, hand)),
      'supplier-control/share': (input: Parameters<typeof decideSharing>[1]) => {
        const colleague = names[input.personId as PersonId] === undefined ? undefined : { human: true };
        return write(decideSharing({ finding: found(input), colleague }, input, hand));
      },
      'supplier-control/complete': (input: Parameters<typeof decideCompletion>[1]) =>
        write(decideCompletion(found(input), input, hand)),
    } as Answers,
  };
}
