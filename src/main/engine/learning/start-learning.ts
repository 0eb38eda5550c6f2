import { asId, type CommandId, type LearnedRuleId, type PersonId, type SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { anchorOf } from '../../../shared/domain/extraction/index.ts';
import type { SupplierInvoice, SupplierInvoiceEvent } from '../../../shared/domain/supplier-invoices/index.ts';
import type { EventRow } from '../../../shared/run/entities/event.ts';
import type { EngineParts } from '../engine-parts.ts';
import { asFailure } from '../failures.ts';
import { invoiceWords } from './invoice-words.ts';
import { replayRule } from './replay-rule.ts';

export type Learning = {
  /** A command of a clerk's was accepted: what it taught is noted, tried, and taken into use, behind the clerk's back. */
  accepted(name: string, commandId: CommandId, actor: PersonId): void;
  /** Tries what was taught and not tried when the program last ended. */
  resume(): void;
  /** Resolves when nothing is being learned. */
  idle(): Promise<void>;
  /** Learns nothing more; resolves when the last is done. */
  stop(): Promise<void>;
};

type Corrected = Extract<SupplierInvoiceEvent, { type: 'field-corrected' }>;

/** Learns from corrections on the picture: one rule for each, of the layout of the invoice's supplier. */
export function startLearning(parts: EngineParts, program: PersonId): Learning {
  const { store } = parts;
  let turn: Promise<void> = Promise.resolve();
  let stopped = false;
  const inTurn = (work: () => Promise<void>): void => {
    turn = turn.then(() => (stopped ? undefined : work())).catch((error: unknown) => void asFailure(error)); // what was not learned now is learned by the next correction
  };

  async function follow(name: string, commandId: CommandId, actor: PersonId): Promise<void> {
    const events = await eventsOf(commandId);
    const [subject] = events;
    if (subject === undefined) return;
    if (subject.subject === 'learnedRule') return tryOut(asId<'learnedRule'>(subject.subjectId));
    const invoiceId = asId<'supplierInvoice'>(subject.subjectId);
    if (name === 'supplier-invoices/undo') return takeBack(events, actor);
    const isLinked = events.some(({ type }) => type === 'supplier-linked');
    const corrections = isLinked
      ? await store.find('event', 'bySubjectActorAndType', [invoiceId, actor, 'field-corrected'], 500)
      : events.filter(({ type }) => type === 'field-corrected');
    await learn(invoiceId, corrections, actor);
  }

  const eventsOf = async (commandId: CommandId): Promise<readonly EventRow[]> =>
    [...(await store.find('event', 'byCommand', [commandId]))].sort((a, b) => a.place - b.place);

  /** Teaches what these corrections show, where the invoice stands as they left it and its supplier is known. */
  async function learn(invoiceId: SupplierInvoiceId, corrections: readonly EventRow[], actor: PersonId): Promise<void> {
    const invoice = await store.get('supplierInvoice', invoiceId);
    if (invoice?.supplierId === undefined) return;
    for (const { commandId, event } of corrections) {
      const corrected = event as Corrected; // an event of that type
      if (corrected.undoes !== undefined || invoice.fields[corrected.field].value !== corrected.after.value) continue;
      await teach(invoice, corrected, commandId, actor);
    }
  }

  async function teach(invoice: SupplierInvoice, { field, before, after }: Corrected, correctionId: CommandId, actor: PersonId) {
    const wrong = before.page === null || before.box === null ? null : { page: before.page, box: before.box };
    const shows = after.value === null ? wrong !== null : after.page !== null && after.box !== null;
    if (after.value === before.value || !shows) return;
    const words = await invoiceWords(parts, invoice);
    const { value, page, box } = after;
    const anchor = words === undefined ? undefined : anchorOf(words, { field, value, page, box, wrong });
    if (anchor === undefined) return;
    const ruleId = asId<'learnedRule'>(uuid());
    const exampleText = (value === null ? before.raw : after.raw || String(value)).slice(0, 500);
    await parts.execute(actor, 'learned-rules/teach', { ruleId, invoiceId: invoice.id, correctionId, anchor, exampleText });
    await tryOut(ruleId);
  }

  /** Tries a rule that is on trial and was not tried before, and says what came of it. */
  async function tryOut(ruleId: LearnedRuleId): Promise<void> {
    const rule = await store.get('learnedRule', ruleId);
    if (rule?.state !== 'trial' || rule.replay !== undefined) return;
    const { replay, replaces } = await replayRule(parts, rule);
    const settled = await parts.execute(program, 'learned-rules/settle-replay', { ruleId, replay, replaces });
    if (!settled.ok) return;
    const { field, correctionId, supplierId } = rule;
    const supplierName = (await store.get('supplier', supplierId))?.name ?? '';
    parts.notify({ kind: 'learned', ruleId, correctionId, field, supplierName, wouldBreak: replay.broken.length });
  }

  /** A correction that was taken back teaches no more; one that was taken back and then stands again does. */
  async function takeBack(events: readonly EventRow[], actor: PersonId): Promise<void> {
    for (const { event } of events) {
      const { undoes } = event as Corrected; // each event of an undo names what it takes back
      if (undoes === undefined) continue;
      for (const rule of await store.find('learnedRule', 'byCorrection', [undoes]))
        if (rule.state !== 'off') await parts.execute(actor, 'learned-rules/switch-off', { ruleId: rule.id });
      const [undone] = await eventsOf(undoes);
      const again = (undone?.event as Partial<Corrected> | undefined)?.undoes;
      if (again === undefined) continue;
      for (const rule of await store.find('learnedRule', 'byCorrection', [again])) {
        if (rule.state !== 'off') continue;
        await parts.execute(actor, 'learned-rules/switch-on', { ruleId: rule.id });
        await tryOut(rule.id);
      }
    }
  }

  return {
    accepted: (name, commandId, actor) => {
      if (teaching.has(name)) inTurn(() => follow(name, commandId, actor));
    },
    resume: () =>
      inTurn(async () => {
        for (const { id } of await store.find('learnedRule', 'byState', ['trial'], 1_000)) if (!stopped) await tryOut(id);
      }),
    idle: () => turn,
    stop: () => {
      stopped = true;
      return turn;
    },
  };
}

/** The commands that something may be learned from. */
const teaching: ReadonlySet<string> = new Set([
  'supplier-invoices/correct-field',
  'supplier-invoices/link-supplier',
  'supplier-invoices/undo',
  'learned-rules/switch-on',
]);
