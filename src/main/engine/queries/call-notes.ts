import type Database from 'better-sqlite3';
import { addDays } from '../../../shared/base/day.ts';
import { asId } from '../../../shared/base/ids.ts';
import { momentInSweden } from '../../../shared/base/swedish-time.ts';
import type { CallNoteRow, CallPage, CallsAsked, Named } from '../../../shared/contract/call-notes.ts';
import { everyUnit, type Scopes } from '../../../shared/domain/access/index.ts';
import { calendarOf } from '../../../shared/domain/calendar/index.ts';
import { coverPersonalNumbers } from '../../../shared/domain/identifiers/index.ts';
import { answerClock } from '../../../shared/domain/work-queue/index.ts';
import { noteWords } from '../store/search-index.ts';
import { calendarsIn } from './queue-clocks.ts';

export type CallsAsker = {
  readonly person: string;
  readonly scopes: Scopes;
  readonly seesCustomers: boolean;
  readonly atMs: number;
};
type Columns = {
  readonly [Name in 'lineId' | 'line' | 'reasonId' | 'reason' | 'invoiceId' | 'invoice' | 'supplierId' | 'supplier']:
    | string
    | null;
} & { readonly [Name in 'customerId' | 'customer' | 'answer' | 'answeredByName' | 'replaces']: string | null } & {
  readonly [Name in 'id' | 'unitId' | 'notedById' | 'notedByName' | 'caller' | 'text']: string;
} & {
  readonly beganAtMs: number;
  readonly endedAtMs: number;
  readonly awaitsSinceMs: number | null;
  readonly answeredAtMs: number | null;
};

/** So much of a note a list shows. */
const shownLetters = 400;

const seen = (row: string): string =>
  `(${row}.scope IN (SELECT value FROM json_each(@scopes)) OR (@everyUnit AND ${row}.scope LIKE 'unit:%'))`;
const columns = `
  c.id, c.unit_id AS unitId, c.began_at_ms AS beganAtMs, c.ended_at_ms AS endedAtMs, c.noted_by AS notedById, coalesce(p.name, c.noted_by) AS notedByName,
  c.caller, substr(c.text, 1, ${shownLetters}) AS text, c.awaits_since_ms AS awaitsSinceMs, c.replaces,
  c.answered_at_ms AS answeredAtMs, a.name AS answeredByName, substr(c.answer, 1, ${shownLetters}) AS answer,
  c.line_id AS lineId, l.name AS line, c.reason_id AS reasonId, r.name AS reason, i.id AS invoiceId,
  coalesce(i.supplier_name, '') || ' ' || coalesce(i.number, '') AS invoice, s.id AS supplierId, s.name AS supplier, k.id AS customerId, k.name AS customer`;
const joins = `
  LEFT JOIN people p ON p.id = c.noted_by LEFT JOIN people a ON a.id = c.answered_by LEFT JOIN calendars l ON l.id = c.line_id
  LEFT JOIN call_reasons r ON r.id = c.reason_id LEFT JOIN supplier_invoices i ON i.id = c.invoice_id AND ${seen('i')}
  LEFT JOIN suppliers s ON s.id = c.supplier_id LEFT JOIN customers k ON k.id = c.customer_id AND @seesCustomers AND ${seen('k')}`;
const current = `c.replaced_by IS NULL AND ${seen('c')}`;

/** Notes of calls as a screen may have them: within what whoever asks may see. */
export function callNotes(connection: Database.Database) {
  const about = { invoice: 'invoice_id', supplier: 'supplier_id', customer: 'customer_id' };
  const aboutOne = (kind: keyof typeof about) =>
    connection.prepare<unknown[], Columns>(
      `SELECT ${columns} FROM call_notes c ${joins} WHERE c.${about[kind]} = @id AND ${current} ORDER BY c.began_at_ms DESC, c.id DESC LIMIT @limit`,
    );
  const ofOne = { invoice: aboutOne('invoice'), supplier: aboutOne('supplier'), customer: aboutOne('customer') };
  const byIds = connection.prepare<unknown[], Columns>(
    `SELECT ${columns} FROM json_each(@ids) each CROSS JOIN call_notes c ON c.id = each.value ${joins} WHERE ${seen('c')} ORDER BY each.key`,
  );
  const bySearch = connection.prepare<unknown[], Columns>(
    `SELECT ${columns} FROM call_search_words w CROSS JOIN call_search_docs d ON d.doc = w.rowid CROSS JOIN call_notes c ON c.id = d.id ${joins}
     WHERE call_search_words MATCH @query AND ${current} ORDER BY w.rowid DESC LIMIT @limit`,
  );
  const lists = new Map<string, Database.Statement<unknown[], Columns>>();
  const calendars = calendarsIn(connection);

  function rowsOf(found: readonly Columns[], { atMs }: CallsAsker): readonly CallNoteRow[] {
    const known = found.some(({ awaitsSinceMs }) => awaitsSinceMs !== null) ? calendars() : [];
    return found.map((row) => asRow(row, known, atMs));
  }
  const asking = ({ scopes, seesCustomers, person }: CallsAsker) => ({
    scopes: JSON.stringify(scopes),
    everyUnit: scopes.includes(everyUnit) ? 1 : 0,
    seesCustomers: seesCustomers ? 1 : 0,
    person,
  });

  /** A statement for each set of conditions, so that each is read along its own index. */
  function listed(asked: CallsAsked, query: string | null) {
    const waits = asked.show === 'awaiting';
    const where = [
      current,
      ...(asked.show === 'mine' ? ['c.noted_by = @person'] : []),
      ...(waits ? ['c.awaits_since_ms IS NOT NULL'] : []),
      ...(asked.lineId === null ? [] : ['c.line_id = @lineId']),
      ...(asked.reasonId === null ? [] : ['c.reason_id = @reasonId']),
      ...(asked.fromDay === null ? [] : ['c.began_at_ms >= @fromMs']),
      ...(asked.throughDay === null ? [] : ['c.began_at_ms < @untilMs']),
      ...(asked.after === null ? [] : [`(c.began_at_ms, c.id) ${waits ? '>' : '<'} (@afterMs, @afterId)`]),
      ...(query === null
        ? []
        : [
            'c.id IN (SELECT d.id FROM call_search_words w JOIN call_search_docs d ON d.doc = w.rowid WHERE call_search_words MATCH @query)',
          ]),
    ].join(' AND ');
    const known = lists.get(where);
    if (known !== undefined) return known;
    const order = waits ? 'c.awaits_since_ms, c.id' : 'c.began_at_ms DESC, c.id DESC';
    const statement = connection.prepare<unknown[], Columns>(
      `SELECT ${columns} FROM call_notes c ${joins} WHERE ${where} ORDER BY ${order} LIMIT @most`,
    );
    lists.set(where, statement);
    return statement;
  }

  return {
    list: (asked: CallsAsked, by: CallsAsker): CallPage => {
      const query = queryOf(asked.text);
      if (query === '') return { rows: [], next: null };
      const found = listed(asked, query).all({
        ...{ ...asking(by), lineId: asked.lineId, reasonId: asked.reasonId, query, most: asked.limit + 1 },
        fromMs: asked.fromDay === null ? null : momentInSweden(asked.fromDay),
        untilMs: asked.throughDay === null ? null : momentInSweden(addDays(asked.throughDay, 1)),
        ...{ afterMs: asked.after?.beganAtMs ?? null, afterId: asked.after?.id ?? null },
      });
      const rows = rowsOf(found.slice(0, asked.limit), by);
      const last = rows.at(-1);
      return { rows, next: found.length > asked.limit && last ? { beganAtMs: last.beganAtMs, id: last.id } : null };
    },
    about: (kind: keyof typeof about, id: string, limit: number, by: CallsAsker) =>
      rowsOf(ofOne[kind].all({ ...asking(by), id, limit }), by),
    byIds: (ids: readonly string[], by: CallsAsker) => rowsOf(byIds.all({ ...asking(by), ids: JSON.stringify(ids) }), by),
    /** By its words, the newest first. */
    search: (text: string, limit: number, by: CallsAsker) => {
      const query = queryOf(text);
      return query === null || query === '' ? [] : rowsOf(bySearch.all({ ...asking(by), query, limit }), by);
    },
  };
}
export type CallNotes = ReturnType<typeof callNotes>;

/** As FTS5 is asked: all of the words, or what begins so. Null: nothing was typed; '': nothing that a note is found by. */
function queryOf(text: string): string | null {
  if (text.trim() === '') return null;
  return noteWords(text)
    .map((word) => `"${word}" *`)
    .join(' ');
}

const named = <Id extends string>(id: string | null, name: string | null): Named<Id> =>
  id === null || name === null ? null : { id: asId<never>(id) as unknown as Id, name: coverPersonalNumbers(name).trim() };

function asRow(row: Columns, calendars: Parameters<typeof calendarOf>[0], atMs: number): CallNoteRow {
  const { id, unitId, beganAtMs, endedAtMs, awaitsSinceMs, answeredAtMs } = row;
  const work = { kind: 'call-back', sinceMs: awaitsSinceMs ?? 0 } as const;
  return {
    ...{ id: asId(id), unitId, beganAtMs, endedAtMs },
    notedBy: { id: row.notedById, name: row.notedByName },
    caller: coverPersonalNumbers(row.caller),
    line: named(row.lineId, row.line),
    reason: named(row.reasonId, row.reason),
    invoice: named(row.invoiceId, row.invoice),
    supplier: named(row.supplierId, row.supplier),
    customer: named(row.customerId, row.customer),
    text: coverPersonalNumbers(row.text),
    awaits: awaitsSinceMs === null ? null : answerClock(calendarOf(calendars, unitId), work, { pauses: [], atMs }),
    answered:
      answeredAtMs === null
        ? null
        : { text: coverPersonalNumbers(row.answer ?? ''), by: row.answeredByName ?? '', atMs: answeredAtMs },
    isCorrection: row.replaces !== null,
  };
}
