import type Database from 'better-sqlite3';
import type { Day } from '../../../shared/base/day.ts';
import type { EventId, SupplierId } from '../../../shared/base/ids.ts';
import type { ArticleThen, RegisterHistoryLine, SupplierThen } from '../../../shared/contract/register-history.ts';
import type { RegisterName } from '../../../shared/contract/register-search.ts';
import { type ArticleId, newestPriceFirst } from '../../../shared/domain/articles/index.ts';
import type { Customer, CustomerId } from '../../../shared/domain/customers/index.ts';
import type { Supplier } from '../../../shared/domain/suppliers/index.ts';
import { asOf, type Lived } from '../../../shared/run/as-of.ts';

type Line = Omit<RegisterHistoryLine, 'event'> & { readonly event: string };
type WholeSupplierThen = Omit<SupplierThen, 'supplier'> & { readonly supplier: Supplier };
export type RegisterHistory = (id: string, before: EventId | null, limit: number) => readonly RegisterHistoryLine[];

/** What has its own history and belongs to a row of the register, as SQL over the row's id. */
const belongings: { readonly [Register in RegisterName]: string } = {
  supplier: `UNION SELECT id FROM payment_numbers WHERE supplier_id = @id UNION SELECT id FROM register_changes WHERE supplier_id = @id
    UNION SELECT id FROM supplier_external_ids WHERE supplier_id = @id`,
  customer: '',
  article: 'UNION SELECT id FROM article_prices WHERE article_id = @id',
};

/**
 * What happened to a row of a register (behandlingshistorik), to what belongs to it and to what was asked for about it, newest first. The ids
 * of commands are made by time: of two in one millisecond, the one that was wanted first comes first.
 */
export function registerHistory(connection: Database.Database, register: RegisterName): RegisterHistory {
  const statement = connection.prepare<unknown[], Line>(`
    SELECT e.id AS eventId, e.command_id AS commandId, e.subject, e.subject_id AS subjectId, e.type, e.event,
      coalesce(p.name, e.actor) AS actorName, e.at_ms AS atMs
    FROM events e LEFT JOIN people p ON p.id = e.actor
    WHERE e.subject_id IN (SELECT @id ${belongings[register]})
      AND (@before IS NULL
        OR (e.at_ms, e.command_id, e.place) < (SELECT at_ms, command_id, place FROM events WHERE id = @before))
    ORDER BY e.at_ms DESC, e.command_id DESC, e.place DESC LIMIT @limit`);
  return (id, before, limit) =>
    statement
      .all({ id, before, limit })
      .map((line) => ({ ...line, event: JSON.parse(line.event) as RegisterHistoryLine['event'] })); // as it was written
}

/** A supplier, whole, with its payment numbers and its ids in other systems as they stood when a day had ended; null: it was not there yet. */
export function supplierAsOf(connection: Database.Database): (id: SupplierId, day: Day) => WholeSupplierThen | null {
  const numbers = lives(connection, 'supplier', 'paymentNumber', 'SELECT id FROM payment_numbers WHERE supplier_id = @id');
  const ids = lives(connection, '', 'supplierExternalId', 'SELECT id FROM supplier_external_ids WHERE supplier_id = @id');
  return (id, day) => {
    const { own, belonging } = numbers(id);
    const supplier = asOf('supplier', own, day);
    if (supplier === undefined) return null;
    return {
      supplier,
      paymentNumbers: belonging.flatMap((lived) => asOf('paymentNumber', lived, day) ?? []),
      externalIds: ids(id).belonging.flatMap((lived) => asOf('supplierExternalId', lived, day) ?? []),
    };
  };
}

/** A customer, whole, as it stood when a day had ended. */
export function customerAsOf(connection: Database.Database): (id: CustomerId, day: Day) => Customer | null {
  const livesOf = lives(connection, 'customer');
  return (id, day) => asOf('customer', livesOf(id).own, day) ?? null;
}

/** An article, and the prices that had been set when a day had ended, those to come among them. */
export function articleAsOf(connection: Database.Database): (id: ArticleId, day: Day) => ArticleThen | null {
  const livesOf = lives(connection, 'article', 'articlePrice', 'SELECT id FROM article_prices WHERE article_id = @id');
  return (id, day) => {
    const { own, belonging } = livesOf(id);
    const article = asOf('article', own, day);
    if (article === undefined) return null;
    return { article, prices: belonging.flatMap((lived) => asOf('articlePrice', lived, day) ?? []).sort(newestPriceFirst) };
  };
}

type Row = { readonly subject: string; readonly subjectId: string; readonly atMs: number; readonly event: string };

/** All that has happened to a row, and to each thing that belongs to it, in the order in which it happened. */
function lives(connection: Database.Database, subject: string, belonging = '', belongings = 'SELECT NULL') {
  const statement = connection.prepare<unknown[], Row>(`
    SELECT e.subject, e.subject_id AS subjectId, e.at_ms AS atMs, e.event FROM events e
    WHERE (e.subject = @subject AND e.subject_id = @id) OR (e.subject = @belonging AND e.subject_id IN (${belongings}))
    ORDER BY e.at_ms, e.command_id, e.place`);
  return (id: string): { readonly own: readonly Lived[]; readonly belonging: readonly (readonly Lived[])[] } => {
    const rows = statement.all({ id, subject, belonging }).map((row) => ({ ...row, event: JSON.parse(row.event) as unknown }));
    const others = Map.groupBy(
      rows.filter((row) => row.subject === belonging),
      ({ subjectId }) => subjectId,
    );
    return { own: rows.filter((row) => row.subject === subject), belonging: [...others.values()] };
  };
}
