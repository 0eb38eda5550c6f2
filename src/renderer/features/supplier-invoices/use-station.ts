import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import type { InvoiceCard } from '../../../shared/contract/engine.ts';
import { type FieldName, fieldNames } from '../../../shared/domain/invoice-fields/index.ts';
import {
  type Around,
  type CorrectField,
  type Finding,
  findProblems,
  liveTwin,
  needsPerson,
  type SupplierInvoice,
  type Twin,
} from '../../../shared/domain/supplier-invoices/index.ts';
import { useSession } from '../../session.ts';
import { queryKey, useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { correctionOf, type Draft, type Drafts, withCorrection, withDrafts } from './station-facts.ts';
import { useDrafts } from './use-drafts.ts';

export type Station = {
  /** The invoice with all that is being typed. */
  readonly facts: SupplierInvoice;
  readonly findings: readonly Finding[];
  readonly drafts: Drafts;
  readonly changeDraft: (name: FieldName, draft: Draft | undefined) => void;
  /** Writes what stands in a field, if it needs writing. False: it is no value, and stays as it was typed. */
  readonly settle: (name: FieldName, confirm: boolean) => boolean;
  readonly correct: (command: Omit<CorrectField, 'seen'>) => void;
  /** Says that the field does not stand on the invoice. */
  readonly markAbsent: (name: FieldName) => void;
  /** When all that was written so far has been answered: whether the engine took it all. */
  readonly allWritten: () => Promise<boolean>;
  /** The invoice as it stands this moment, for what comes right after a key. */
  readonly now: () => {
    readonly facts: SupplierInvoice;
    readonly findings: readonly Finding[];
    /** The same invoice, verified already. */
    readonly twin: Twin | undefined;
  };
};

/** The state of one invoice under verification: what is known, what is typed, what the checks say of both. */
export function useStation(card: InvoiceCard): Station {
  const { person, today } = useSession();
  const { invoice } = card;
  const queries = useQueryClient();
  const execute = useExecute();
  const { drafts, change: changeDraft, now: draftsNow } = useDrafts(`${person.id}:${invoice.id}`);
  const writing = useRef<readonly Promise<boolean>[]>([]);

  const facts = useMemo(() => withDrafts(invoice, drafts, person.id, today), [invoice, drafts, person.id, today]);
  const around = useAround(card, facts);
  const findings = useMemo(() => findProblems(facts, around), [facts, around]);

  const cardKey = useMemo(() => queryKey('supplier-invoices/card', { invoiceId: invoice.id }), [invoice.id]);
  const cardNow = useCallback(() => queries.getQueryData<InvoiceCard>(cardKey) ?? card, [queries, cardKey, card]);

  const correct = useCallback(
    (wanted: Omit<CorrectField, 'seen'>) => {
      const command = { ...wanted, seen: { value: cardNow().invoice.fields[wanted.field].value } };
      // Shown at once by the engine's own rule; the engine then decides, and what it says replaces this. What was asked before says less.
      void queries.cancelQueries({ queryKey: cardKey }, { revert: false, silent: true });
      queries.setQueryData<InvoiceCard>(
        cardKey,
        (held) => held && { ...held, invoice: withCorrection(held.invoice, command, person.id) },
      );
      const written = execute('supplier-invoices/correct-field', command).then(({ ok }) => {
        if (!ok) {
          changeDraft(command.field, { text: command.raw, page: command.page, box: command.box, pointed: true });
          void queries.invalidateQueries({ queryKey: cardKey });
        }
        return ok;
      });
      writing.current = [...writing.current, written];
    },
    [queries, cardKey, cardNow, execute, person.id, changeDraft],
  );

  const settle = useCallback(
    (name: FieldName, confirm: boolean): boolean => {
      const held = cardNow().invoice;
      const draft = draftsNow()[name];
      const field = held.fields[name];
      if (draft === undefined && !(confirm && field.value !== null && needsPerson(name, field))) return true;
      const command = correctionOf(held, name, draft, today);
      if ('fault' in command) return command.fault === 'nothing-typed' && !needsPerson(name, field);
      changeDraft(name, undefined);
      const changes = command.value !== field.value || (confirm && needsPerson(name, field));
      if (changes) correct(command);
      return true;
    },
    [cardNow, draftsNow, today, changeDraft, correct],
  );

  const markAbsent = useCallback(
    (field: FieldName) => {
      changeDraft(field, undefined);
      correct({ invoiceId: invoice.id, field, value: null, raw: '', page: null, box: null });
    },
    [changeDraft, correct, invoice.id],
  );

  const allWritten = useCallback(async () => {
    const answers = await Promise.all(writing.current);
    writing.current = [];
    return answers.every((ok) => ok);
  }, []);

  const now = useCallback(() => {
    const current = withDrafts(cardNow().invoice, draftsNow(), person.id, today);
    return { facts: current, findings: findProblems(current, around), twin: liveTwin(current, around.twins, around.parties) };
  }, [cardNow, draftsNow, person.id, today, around]);

  return { facts, findings, drafts, changeDraft, settle, correct, markAbsent, allWritten, now };
}

/** What the checks look at besides the invoice. When number, amount or date is being changed, other invoices may be like it. */
function useAround({ invoice, around }: InvoiceCard, facts: SupplierInvoice): Around {
  const twinFields = ['invoiceNumber', 'totalMinor', 'invoiceDate'] as const;
  const changed = twinFields.some((name) => facts.fields[name].value !== invoice.fields[name].value);
  const { data: twins } = useEngineQuery(
    'supplier-invoices/twins',
    {
      invoiceId: invoice.id,
      number: facts.fields.invoiceNumber.value,
      totalMinor: facts.fields.totalMinor.value,
      invoiceDate: facts.fields.invoiceDate.value,
    },
    { when: changed },
  );
  return useMemo(() => (changed && twins !== undefined ? { ...around, twins } : around), [around, changed, twins]);
}

export const fieldsToDecide = ({ fields }: Pick<SupplierInvoice, 'fields'>): readonly FieldName[] =>
  fieldNames.filter((name) => needsPerson(name, fields[name]));
