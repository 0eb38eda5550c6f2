import type { Day } from '../../src/shared/base/day.ts';
import { asId, type CommandId, type PersonId, type SupplierInvoiceId } from '../../src/shared/base/ids.ts';
import type { PageWords } from '../../src/shared/base/page.ts';
import { err, ok } from '../../src/shared/base/result.ts';
import {
  type Engine,
  EngineError,
  type HistoryLine,
  type Notice,
  type QueueRow,
  type Session,
} from '../../src/shared/contract/engine.ts';
import type { InvoiceControls } from '../../src/shared/contract/supplier-control.ts';
import { type Permission, rolePermissions } from '../../src/shared/domain/access/index.ts';
import {
  type Around,
  asTwin,
  decideApproval,
  decideCorrection,
  decideDocumentType,
  decideSettingAside,
  decideTwinRelease,
  decideUndo,
  decideVerification,
  evolveSupplierInvoice,
  findProblems,
  queueOf,
  queues,
  type SetAsideDuplicate,
  type SupplierInvoice,
  type SupplierInvoiceEvent,
  undoable,
} from '../../src/shared/domain/supplier-invoices/index.ts';
import { anna, bo, cecilia, exempelbolaget as supplier, theirBankgiro } from '../make/invoices.ts';
import { type AccessStart, makeFakeAccess } from './fake-access.ts';
import { type ControlsStart, makeFakeControls } from './fake-controls.ts';
import { type ExchangeStart, makeFakeExchange } from './fake-exchange.ts';
import { aLetter, laidAsideDecisions, previousValue } from './fake-faults.ts';
import { type FakeQueues, letsThrough, makeFakeQueues, sweepOf } from './fake-queues.ts';
import { makeFakeReading, type ReadingStart } from './fake-reading.ts';
import { makeFakeRegisters, type RegisterStart } from './fake-registers.ts';
import { type SearchStart, searchAnswers } from './fake-search.ts';
import { makeFakeSync, type SyncStart } from './fake-sync.ts';
import { makeFakeTwins, type TwinsStart } from './fake-twins.ts';

export const today = '2026-11-22' as Day;

/** What the engine knows from the start. */
export type FakeStart = SyncStart &
  ReadingStart &
  RegisterStart &
  SearchStart &
  AccessStart &
  FakeQueues &
  ControlsStart &
  TwinsStart &
  ExchangeStart & {
    /** The words of pages, by the SHA-256 that they are kept under. */
    readonly words?: { readonly [sha256: string]: PageWords };
    /** What is to be known of every invoice before it is paid. */
    readonly beforePayment?: InvoiceControls;
  };

/** An engine in memory that obeys the contract by the domain's own rules; what it has been told is kept for the test to see. */
export function makeFakeEngine(
  kept: readonly SupplierInvoice[],
  permissions: readonly Permission[] = rolePermissions['verification-clerk'],
  start: FakeStart = {},
) {
  const invoices = new Map(kept.map((invoice) => [invoice.id, invoice]));
  const history: (HistoryLine & { readonly actor: PersonId })[] = [];
  const listeners = new Set<(notice: Notice) => void>();
  const told: string[] = [];
  /** All that was said, with what it was about. */
  const asked: { readonly name: string; readonly input: unknown }[] = [];
  let chosen = false;
  const tell = (notice: Notice) => {
    for (const listener of listeners) listener(notice);
  };
  const sync = makeFakeSync(start, tell, (name, input) => asked.push({ name, input }));
  const reading = makeFakeReading(start, tell);
  const registers = makeFakeRegisters(start, { [anna]: 'Anna Berg', [bo]: 'Bo Lind', [cecilia]: 'Cecilia Ek' }, tell);
  const twins = makeFakeTwins(start, tell);
  const exchange = makeFakeExchange(start, tell);
  const access = makeFakeAccess(start, today, anna, tell);
  const controls = makeFakeControls(start, today, tell);
  const queueing = makeFakeQueues(start, tell);
  let commands = 0;

  const person = { id: anna, name: 'Anna Berg', initials: 'AB', roles: ['verification-clerk' as const] };
  const session = (): Session => ({
    person: chosen ? { ...person, permissions } : null,
    people: [person, { id: bo, name: 'Bo Lind', initials: 'BL', roles: ['verification-clerk'] }],
    demonstration: true,
    today,
    signIn: start.account === undefined ? 'choose' : 'password',
  });
  const twinsOf = (id: SupplierInvoiceId) => {
    const released = (invoices.get(id)?.releasedTwins ?? []).map(({ otherId }) => otherId);
    const others = [...invoices.values()].filter((other) => other.id !== id);
    return others.map((other) => ({ ...asTwin(other, false), isReleased: released.includes(other.id) }));
  };
  const around = (invoice: SupplierInvoice | undefined): Around => {
    const isKnown = invoice?.supplierId === supplier.id;
    return {
      today,
      supplier: isKnown ? supplier : undefined,
      paymentNumbers: isKnown ? [theirBankgiro] : [],
      twins: invoice === undefined ? [] : twinsOf(invoice.id),
    };
  };
  const rows = (): readonly QueueRow[] => [...invoices.values()].map(asRow);
  const write = (id: SupplierInvoiceId, events: readonly SupplierInvoiceEvent[]) => {
    commands += 1;
    const commandId: CommandId = asId(`command-${commands}`);
    let invoice = invoices.get(id);
    for (const event of events) {
      invoice = evolveSupplierInvoice(invoice, event);
      history.unshift({
        eventId: asId(`${commandId}-${history.length}`),
        commandId,
        event,
        actorName: person.name,
        actor: anna,
        atMs: commands,
      });
    }
    if (invoice !== undefined) invoices.set(id, invoice);
    tell({ kind: 'changed', entities: ['supplierInvoice', 'event'] });
    return ok({ commandId });
  };

  const answers: { readonly [name: string]: (input: never) => unknown } = {
    'session/read': session,
    'settings/read': () => ({ watchedFolder: '/skannat', autoLockMinutes: 15 }),
    'queue/counts': () =>
      Object.fromEntries(
        [...queues, 'all'].map((name) => [
          name,
          { count: rows().filter(({ queue }) => name === 'all' || queue === name).length, capped: false },
        ]),
      ),
    'queue/list': ({ queue, filter = '' }: { queue: string; filter?: string }) => ({
      rows: rows().filter((row) => (queue === 'all' || row.queue === queue) && letsThrough(filter, row)),
      ...{ next: null, first: null, start: 0, gap: null },
    }),
    'sweep/fields': () => sweepOf([...invoices.values()]),
    'supplier-invoices/card': ({ invoiceId }: { invoiceId: SupplierInvoiceId }) => {
      const invoice = invoices.get(invoiceId);
      if (invoice === undefined) return null;
      return {
        invoice,
        file: null,
        around: around(invoice),
        findings: findProblems(invoice, around(invoice)),
        people: { [anna]: person.name, [bo]: 'Bo Lind' },
      };
    },
    'supplier-invoices/twins': ({ invoiceId }: { invoiceId: SupplierInvoiceId }) => twinsOf(invoiceId),
    'supplier-invoices/words': ({ wordsSha256 }: { wordsSha256: string }) => start.words?.[wordsSha256] ?? null,
    'supplier-invoices/history': ({ invoiceId }: { invoiceId: string }) => history.filter(({ event }) => event.id === invoiceId),
    'supplier-invoices/undoable': ({ limit }: { limit: number }) => {
      const undone = new Set(history.map(({ event }) => ('undoes' in event ? event.undoes : undefined)));
      return history
        .filter(
          ({ event, commandId }) =>
            undoable.includes(event.type) && !('undoes' in event && event.undoes) && !undone.has(commandId),
        )
        .slice(0, limit)
        .map(({ commandId, event, atMs }) => ({
          commandId,
          invoiceId: event.id,
          event,
          atMs,
          supplierName: supplier.name,
          number: null,
        }));
    },
    'suppliers/list': () => [
      { id: supplier.id, name: supplier.name, organisationNumber: '5566778899', city: 'Exempelstad', paymentNumbers: [] },
    ],
    'suppliers/card': () => null,
    'supplier-invoices/previous-value': (asked) => previousValue(invoices, asked),
    ...searchAnswers(start),
    'supplier-control/of-invoice': () => start.beforePayment ?? null,
    ...reading.answers,
    ...queueing.answers,
    ...controls.answers,
    ...access.answers,
    ...twins.answers,
    ...exchange.answers,
    // A register with a life of its own answers for itself.
    ...(start.registers !== undefined && registers.answers),
    ...sync.answers,
  };

  const decisions: {
    readonly [name: string]: (invoice: SupplierInvoice | undefined, input: never) => ReturnType<typeof decideUndo> | unknown;
  } = {
    'supplier-invoices/correct-field': (invoice, input) => decideCorrection({ invoice, supplier: undefined }, input, anna),
    'supplier-invoices/change-document-type': (invoice, input) => decideDocumentType(invoice, input),
    ...laidAsideDecisions,
    'supplier-invoices/verify': (invoice, input) => decideVerification({ invoice, around: around(invoice) }, input, anna, 1),
    'supplier-invoices/release-twin': (invoice, input) => decideTwinRelease({ invoice, around: around(invoice) }, input, anna, 1),
    'supplier-invoices/set-aside-duplicate': (invoice, input: SetAsideDuplicate) =>
      decideSettingAside({ invoice, original: invoices.get(input.duplicateOf) }, input, anna),
    'supplier-invoices/approve': (invoice, input) => {
      if (sync.needsServer()) throw new EngineError('offline');
      const hadAHand = history.some(({ event, actor }) => event.id === invoice?.id && actor === anna);
      return decideApproval({ invoice, hadAHand, payee: undefined, remarks: start.beforePayment?.payment ?? [] }, input, anna, 1);
    },
    'supplier-invoices/undo': (invoice, input: { undoes: CommandId; invoiceId: SupplierInvoiceId }) =>
      decideUndo(
        { invoice, events: history.filter(({ commandId }) => commandId === input.undoes).map(({ event }) => event) },
        input,
        anna,
      ),
  };

  const engine: Engine = {
    query: async (name, input) => {
      const answer = answers[name];
      if (answer === undefined) throw new EngineError('failed', name);
      return answer(input as never) as never;
    },
    execute: async (name, input) => {
      const leased = sync.execute(name, input as never);
      if (leased !== undefined) return leased as never;
      told.push(name);
      asked.push({ name, input });
      const aboutRegisters =
        start.registers !== undefined ? registers.execute(name, input, anna, Date.UTC(2026, 10, 22, 10)) : undefined;
      if (aboutRegisters !== undefined) return aboutRegisters as never;
      const aboutAccess = access.execute(name, input);
      if (aboutAccess !== undefined) return aboutAccess as never;
      const aboutReading = reading.commands[name] ?? controls.commands[name] ?? queueing.commands[name] ?? twins.commands[name];
      if (aboutReading !== undefined) return aboutReading(input as never) as never;
      const { invoiceId } = input as { readonly invoiceId: SupplierInvoiceId };
      const decided = decisions[name]?.(invoices.get(invoiceId), input as never) as
        | { readonly ok: true; readonly value: readonly SupplierInvoiceEvent[] }
        | { readonly ok: false; readonly error: never }
        | undefined;
      if (decided === undefined) return err({ code: 'forbidden' }) as never;
      return decided.ok ? write(invoiceId, decided.value) : decided;
    },
    task: async (name, input) => {
      told.push(name);
      asked.push({ name, input });
      const answer = sync.tasks[name];
      if (answer !== undefined) return answer(input as never) as never;
      const read = reading.tasks[name] ?? controls.tasks[name] ?? twins.tasks[name] ?? exchange.tasks[name];
      if (read !== undefined) return (await read(input as never)) as never;
      if (name === 'session/sign-in') {
        const { login, password } = input as { readonly login: string; readonly password: string };
        if (login !== start.account?.login || password !== start.account.password) throw new EngineError('wrong-password');
        chosen = true;
      }
      if (name === 'session/choose-person' || name === 'session/lock') chosen = name === 'session/choose-person';
      if (name === 'supplier-invoices/make-fault-letter') return aLetter as never;
      if (name === 'intake/take-in') return { fileId: asId('f'), alreadyReceived: false } as never;
      return session() as never;
    },
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    engine,
    becomeSheet: reading.becomeSheet,
    becomeTwins: twins.becomeTwins,
    becomeJob: exchange.becomeJob,
    finishJobs: exchange.finishJobs,
    forgetFiles: exchange.forgetFiles,
    told,
    asked,
    tell,
    become: sync.become,
    becomeLease: sync.becomeLease,
    invoice: (id: SupplierInvoiceId) => invoices.get(id),
  };
}

const asRow = (invoice: SupplierInvoice): QueueRow => ({
  id: invoice.id,
  queue: queueOf(invoice),
  documentType: invoice.documentType,
  supplierName: invoice.fields.supplierName.value,
  supplierKnown: invoice.supplierId !== undefined,
  number: invoice.fields.invoiceNumber.value,
  invoiceDay: invoice.fields.invoiceDate.value,
  dueDay: invoice.fields.dueDate.value,
  totalMinor: invoice.fields.totalMinor.value,
  currency: invoice.fields.currency.value,
  receivedAtMs: invoice.receivedAtMs,
  returnsOn: null,
  lock: null,
  answer: null,
});
