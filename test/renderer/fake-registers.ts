import { type Day, dayInSweden } from '../../src/shared/base/day.ts';
import type { PersonId } from '../../src/shared/base/ids.ts';
import { err, ok, type Result } from '../../src/shared/base/result.ts';
import { EngineError, type Notice } from '../../src/shared/contract/engine.ts';
import type { ImportedChange, ImportedChanges, RegisterChangeRow } from '../../src/shared/contract/register-changes.ts';
import type { RegisterHistoryLine, RegisterThen, SupplierThen } from '../../src/shared/contract/register-history.ts';
import type { SupplierControls } from '../../src/shared/contract/supplier-control.ts';
import { withPersonsCovered } from '../../src/shared/domain/identifiers/index.ts';
import {
  type ChangeFinding,
  decideCallBack,
  decideChange,
  decideChangeReveal,
  decideNewSupplier,
  decideRequest,
  decideWithdrawal,
  evolveRegisterChange,
  mergeBehind,
  type RegisterChange,
  type RegisterChangeEvent,
  shownChange,
  undoableThrough,
} from '../../src/shared/domain/register-changes/index.ts';
import {
  decideExternalId,
  decideFacts,
  decidePhone,
  decideSupplierEnd,
  decideSupplierReveal,
  evolvePaymentNumber,
  evolveSupplier,
  evolveSupplierExternalId,
  type PaymentNumber,
  type SetExternalId,
  type Supplier,
  type SupplierEvent,
  type SupplierExternalId,
  shownSupplier,
} from '../../src/shared/domain/suppliers/index.ts';

import { aScannedInvoice } from '../make/invoices.ts';

type Event = SupplierEvent | RegisterChangeEvent;
/** What somebody did before the test began. */
export type Done = { readonly by: PersonId; readonly atMs: number; readonly event: Event };

import { needsOwnSession } from '../../src/shared/run/commands/own-session.ts';

export type RegisterStart = {
  /** The register's whole life so far, the oldest first. */
  readonly registers?: readonly Done[];
  readonly controls?: SupplierControls;
  /** What speaks against a change that a file asked for. */
  readonly changeFindings?: { readonly [changeId: string]: readonly ChangeFinding[] };
  /** Nothing that needs the server can be done. */
  readonly registersOffline?: boolean;
  /** The server does not know any more who sits here: it says so once, and then knows. */
  readonly sessionOver?: boolean;
};

/** Whatever page is pointed out. */
const [aPage] = aScannedInvoice().pages;

/** The part of the fake engine that keeps suppliers and what waits for a second person, by the domain's own rules. */
export function makeFakeRegisters(start: RegisterStart, names: Readonly<Record<string, string>>, tell: (notice: Notice) => void) {
  let isSessionOver = start.sessionOver === true;
  const suppliers = new Map<string, Supplier>();
  const numbers = new Map<string, PaymentNumber>();
  const externalIds = new Map<string, SupplierExternalId>();
  const changes = new Map<string, RegisterChange>();
  const lines: (RegisterHistoryLine & { readonly by: PersonId })[] = [];
  let written = 0;

  const apply = (by: PersonId, atMs: number, event: Event) => {
    if (event.on === 'supplier') suppliers.set(event.id, evolveSupplier(suppliers.get(event.id), event));
    else if (event.on === 'paymentNumber') numbers.set(event.id, evolvePaymentNumber(numbers.get(event.id), event));
    else if (event.on === 'supplierExternalId')
      externalIds.set(event.id, evolveSupplierExternalId(externalIds.get(event.id), event));
    else changes.set(event.id, evolveRegisterChange(changes.get(event.id), event));
    written += 1;
    lines.unshift({
      ...{ eventId: `event-${written}` as RegisterHistoryLine['eventId'] },
      ...{ commandId: `command-${written}` as RegisterHistoryLine['commandId'] },
      ...{ subject: event.on, subjectId: event.id, type: event.type, event, by, actorName: names[by] ?? by, atMs },
    });
  };
  for (const { by, atMs, event } of start.registers ?? []) apply(by, atMs, event);

  const numbersOf = (id: string) => [...numbers.values()].filter(({ supplierId }) => supplierId === id);
  const idsOf = (id: string) => [...externalIds.values()].filter(({ supplierId }) => supplierId === id);
  const asRow = (change: RegisterChange): RegisterChangeRow => {
    const { wanted, callBack } = change;
    const object =
      wanted.kind === 'end-payment-number' || wanted.kind === 'set-holder'
        ? (numbers.get(wanted.numberId)?.number ?? null)
        : wanted.kind === 'merge'
          ? (suppliers.get(wanted.into)?.name ?? null)
          : null;
    return {
      change: shownChange(change, suppliers.get(change.supplierId)?.protectedBy !== undefined),
      supplierName: suppliers.get(change.supplierId)?.name ?? '',
      requestedByName: names[change.requestedBy] ?? '',
      decidedByName: 'decidedBy' in change ? (names[change.decidedBy] ?? '') : null,
      callBackByName: callBack === undefined ? null : (names[callBack.by] ?? ''),
      object,
    };
  };
  const mergeOf = (id: string) => mergeBehind([...changes.values()].filter(({ supplierId }) => supplierId === id));
  const ofImport = (importId: string): readonly ImportedChange[] =>
    [...changes.values()]
      .filter(({ state, source }) => state === 'pending' && source.importId === importId)
      .map((change) => ({ ...asRow(change), findings: start.changeFindings?.[change.id] ?? [] }));
  const imports = (): readonly ImportedChanges[] =>
    [...new Set([...changes.values()].flatMap(({ source }) => source.importId ?? []))].flatMap((importId) => {
      const rows = ofImport(importId);
      const [first] = rows;
      if (first === undefined) return [];
      const kinds = Map.groupBy(rows, ({ change }) => change.wanted.kind);
      return {
        ...{ importId, fileName: first.change.source.note, requestedByName: first.requestedByName, waiting: rows.length },
        requestedAtMs: first.change.requestedAtMs,
        withFindings: rows.filter(({ findings }) => findings.length > 0).length,
        toCall: 0,
        kinds: [...kinds].map(([kind, all]) => ({ kind, count: all.length })),
      };
    });
  const around = (id: string, wanted: RegisterChange['wanted'] | undefined) => ({
    supplier: suppliers.get(id),
    numbers: numbersOf(id),
    survivor: suppliers.get(wanted?.kind === 'merge' ? wanted.into : (suppliers.get(id)?.mergedInto ?? '')),
    merge: mergeOf(id),
    absorbed: [...suppliers.values()].filter(({ mergedInto }) => mergedInto === id),
    owner:
      wanted?.kind === 'set-organisation-number'
        ? [...suppliers.values()].find(({ organisationNumber }) => organisationNumber === wanted.to)
        : undefined,
  });
  const supplierOf = (id: string, subjectId: string) =>
    subjectId === id || [numbers, externalIds, changes].some((rows) => rows.get(subjectId)?.supplierId === id);
  const then = (id: string, day: Day): RegisterThen | null => {
    const old = makeFakeRegisters(
      {
        registers: [...lines]
          .reverse()
          .filter(({ atMs }) => dayInSweden(atMs) <= day)
          .map(({ by, atMs, event }) => ({ by, atMs, event: event as unknown as Event })), // it is what was written
      },
      names,
      () => {},
    );
    const supplier = old.thenOf(id);
    return supplier === null ? null : { register: 'supplier', ...supplier };
  };

  /** Five minutes from now, to anybody: a test shows one person's screen. */
  const revealedUntilMs = (id: string): number | null =>
    lines.some(({ type, subjectId }) => type === 'personal-number-revealed' && subjectId === id) ? Date.now() + 300_000 : null;

  type Input = { readonly changeId: string; readonly supplierId: string; readonly wanted: RegisterChange['wanted'] };
  const decide: { readonly [name: string]: (input: never, by: PersonId, atMs: number) => Result<readonly Event[], unknown> } = {
    'suppliers/register': (input, by, atMs) => decideNewSupplier([], input, by, atMs),
    'suppliers/change-facts': (input: Input, by) => decideFacts(suppliers.get(input.supplierId), input as never, { actor: by }),
    'suppliers/set-phone': (input: Input) => decidePhone(suppliers.get(input.supplierId), input as never),
    'suppliers/set-external-id': (input: SetExternalId) => {
      const rows = [...externalIds.values()].filter(({ system }) => system === input.system);
      const taken = rows.find(({ externalId }) => externalId !== undefined && externalId === input.externalId);
      return decideExternalId(
        {
          supplier: suppliers.get(input.supplierId),
          known: rows.find(({ supplierId }) => supplierId === input.supplierId),
          owner: taken && suppliers.get(taken.supplierId),
        },
        input,
      );
    },
    'suppliers/reveal-personal-number': (input: Input) => decideSupplierReveal(suppliers.get(input.supplierId), input as never),
    'registers/reveal-change': (input: Input) => decideChangeReveal(changes.get(input.changeId), input as never),
    'suppliers/end': (input: Input) => decideSupplierEnd(suppliers.get(input.supplierId), input as never),
    'registers/request-change': (input: Input, by, atMs) =>
      decideRequest(
        { change: changes.get(input.changeId), page: aPage, ...around(input.supplierId, input.wanted) },
        input as never,
        by,
        atMs,
      ),
    'registers/note-call-back': (input: Input, by, atMs) => decideCallBack(changes.get(input.changeId), input as never, by, atMs),
    'registers/withdraw-change': (input: Input, by) => decideWithdrawal(changes.get(input.changeId), by),
    'registers/decide-change': (input: Input, by, atMs) => {
      if (start.registersOffline === true) throw new EngineError('offline');
      const change = changes.get(input.changeId);
      const hadAHand = lines.some(
        (line) => line.type === 'supplier-registered' && line.subjectId === change?.supplierId && line.by === by,
      );
      return decideChange({ change, hadAHand, ...around(change?.supplierId ?? '', change?.wanted) }, input as never, by, atMs);
    },
  };

  return {
    thenOf: (id: string): SupplierThen | null => {
      const supplier = suppliers.get(id);
      return supplier === undefined
        ? null
        : { supplier: shownSupplier(supplier), paymentNumbers: numbersOf(id), externalIds: idsOf(id) };
    },
    answers: {
      'suppliers/list': () =>
        [...suppliers.values()].map(shownSupplier).map((supplier) => ({
          id: supplier.id,
          name: supplier.name,
          organisationNumber: supplier.organisationNumber ?? null,
          city: supplier.city ?? null,
          paymentNumbers: numbersOf(supplier.id),
        })),
      'suppliers/card': ({ supplierId }: Input) => {
        const supplier = suppliers.get(supplierId);
        if (supplier === undefined) return null;
        const known = idsOf(supplierId).filter(({ externalId }) => externalId !== undefined);
        const paymentNumbers = numbersOf(supplierId);
        const merge = supplier.mergedInto === undefined ? undefined : mergeOf(supplierId);
        return {
          ...{ supplier: shownSupplier(supplier), paymentNumbers, externalIds: known, invoices: [] },
          undoableThrough: merge === undefined ? null : undoableThrough(merge),
        };
      },
      'suppliers/revealed': ({ supplierId }: Input) => {
        const supplier = suppliers.get(supplierId);
        const untilMs = revealedUntilMs(supplierId);
        return supplier === undefined || untilMs === null ? null : { supplier, externalIds: [], untilMs };
      },
      'register-changes/revealed': ({ changeId }: Input) => {
        const change = changes.get(changeId);
        const untilMs = revealedUntilMs(changeId);
        return change === undefined || untilMs === null ? null : { wanted: change.wanted, untilMs };
      },
      'registers/search': ({ text }: { readonly text: string }) => ({
        hits: [...suppliers.values()]
          .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
          .map(({ id, name }) => ({ id, name, number: null, city: null, register: 'supplier', state: 'active' })),
        resting: [],
        more: false,
      }),
      'registers/history': ({ id, limit }: { readonly id: string; readonly limit: number }) =>
        lines
          .filter(({ subjectId }) => supplierOf(id, subjectId))
          .slice(0, limit)
          .map((line) => ({ ...line, event: withPersonsCovered(line.event) })),
      'registers/as-of': ({ id, day }: { readonly id: string; readonly day: Day }) => then(id, day),
      'register-changes/list': ({ folder }: { readonly folder: string }) =>
        [...changes.values()].filter(({ state }) => (state === 'pending') === (folder === 'pending')).map(asRow),
      'register-changes/place-on-page': ({ number }: { readonly number: string }) =>
        number === '5050-1055' ? { box: [0.1, 0.4, 0.3, 0.42], text: '5050-1055' } : null,
      'register-changes/imports': imports,
      'register-changes/of-import': ({ importId }: { readonly importId: string }) => ofImport(importId),
      'register-changes/of-supplier': ({ supplierId }: Input) =>
        [...changes.values()].filter((change) => change.supplierId === supplierId).map(asRow),
      'supplier-control/of-supplier': () => start.controls ?? { verdicts: [], findings: [], warnings: [] },
    } as { readonly [name: string]: (input: never) => unknown },
    /** Undefined: it is no command of the registers. */
    execute: (name: string, input: unknown, by: PersonId, atMs: number): Result<unknown, unknown> | undefined => {
      if (isSessionOver && needsOwnSession(name)) {
        isSessionOver = false;
        return err({ code: 'session-needed' });
      }
      const decided = decide[name]?.(input as never, by, atMs);
      if (decided === undefined) return undefined;
      if (!decided.ok) return err(decided.error);
      for (const event of decided.value) apply(by, atMs, event);
      tell({ kind: 'changed', entities: ['supplier', 'paymentNumber', 'supplierExternalId', 'registerChange', 'event'] });
      return ok({ commandId: `register-${written}` });
    },
  };
}
