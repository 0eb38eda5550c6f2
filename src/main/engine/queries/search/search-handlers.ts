import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { dayInSweden } from '../../../../shared/base/day.ts';
import { asPageWords } from '../../../../shared/base/page.ts';
import type { SearchGroup, SearchHit, searchQueries } from '../../../../shared/contract/search.ts';
import { holds, type Permission, unitScope } from '../../../../shared/domain/access/index.ts';
import {
  passageOf,
  type ReadSearch,
  readSearch,
  type SearchKind,
  type SearchTerm,
} from '../../../../shared/domain/search/index.ts';
import type { Blobs } from '../../blobs.ts';
import type { Seat } from '../../seat.ts';
import type { SessionKeeper } from '../../session.ts';
import { type FindInvoices, findInvoices } from './find-invoices.ts';
import type { InvoiceSearchJob } from './start-search.ts';

type Around = {
  readonly seat: () => Seat;
  readonly session: SessionKeeper;
  readonly clock: () => number;
  readonly blobs: Pick<Blobs, 'has' | 'read'>;
  readonly search: InvoiceSearchJob;
};
type Table = typeof searchQueries;
type Handlers = {
  readonly [Name in keyof Table]: (
    input: z.output<Table[Name]['input']>,
  ) => Promise<NonNullable<Table[Name]['result']> | Extract<Table[Name]['result'], null>>;
};

const mostPages = 60;

/** The one search: each kind within what whoever asks may see. */
export function searchHandlers({ seat, session, clock, blobs, search }: Around): Handlers {
  let prepared:
    | { readonly rows: Database.Database; readonly index: Database.Database; readonly invoices: FindInvoices }
    | undefined;
  function invoices(): FindInvoices {
    const { reader: rows } = seat().rows();
    const index = search.reader();
    if (prepared?.rows !== rows || prepared.index !== index) prepared = { rows, index, invoices: findInvoices(rows, index) };
    return prepared.invoices;
  }

  async function asking() {
    const person = session.person();
    const may = new Set<Permission>((await session.read()).person?.permissions ?? []);
    const scopes = await session.scopes();
    const calls = { person, scopes, seesCustomers: may.has('customers.keep'), atMs: clock() };
    return { may, scopes, calls, today: dayInSweden(clock()) };
  }
  type Asking = Awaited<ReturnType<typeof asking>>;

  /** Customers are persons too, and are found by those who keep them; notes of calls by those who write them. */
  const maySee = (kind: SearchKind, { may }: Asking): boolean =>
    (kind !== 'customer' || may.has('customers.keep')) && (kind !== 'call' || may.has('call-notes.note'));

  function groupOf(kind: SearchKind, read: ReadSearch, limit: number, about: Asking): SearchGroup {
    const { may, scopes, today } = about;
    if (kind === 'invoice') {
      const mayFindPersons = may.has('suppliers.register');
      return { kind, ...invoices().find({ search: read, limit, scopes, mayFindPersons, today }) };
    }
    const text = registerText(kind, read.terms);
    if (text !== null && kind === 'call') {
      const calls = seat()
        .rows()
        .queries.callNotes.search(text, limit + 1, about.calls);
      const hits = calls.slice(0, limit).map((call) => ({ kind, id: call.id, call }));
      return { kind, hits, more: calls.length > limit, cut: false };
    }
    if (text === null || kind === 'call') return { kind, hits: [], more: false, cut: false };
    const mayFindPersons = may.has(kind === 'customer' ? 'customers.keep' : 'suppliers.register');
    const found = seat().rows().queries.search({ register: kind, text, limit, scopes, mayFindPersons, today });
    const all = [...found.hits, ...found.resting];
    return {
      kind,
      hits: all.slice(0, limit).map((hit) => ({ kind, id: hit.id, hit })),
      more: found.more || all.length > limit,
      cut: false,
    };
  }

  return {
    'search/find': async ({ text, limit }) => {
      const about = await asking();
      const status = search.status();
      const read = readSearch(text, about.today);
      if (!read.ok) return { fault: read.error, groups: [], status };
      if (read.value.terms.length === 0) return { fault: null, groups: [], status };
      const groups = read.value.kinds
        .filter((kind) => maySee(kind, about))
        .map((kind) => groupOf(kind, read.value, limit, about))
        .filter(({ hits, cut }) => hits.length > 0 || cut);
      return { fault: null, groups, status };
    },
    'search/recall': async ({ hits }) => {
      const about = await asking();
      const { queries } = seat().rows();
      const found = invoices().recall(
        hits.filter(({ kind }) => kind === 'invoice').map(({ id }) => id),
        about.scopes,
      );
      return hits.flatMap(({ kind, id }): readonly SearchHit[] => {
        if (kind === 'invoice') return found.filter((hit) => hit.id === id);
        if (!maySee(kind, about)) return [];
        if (kind === 'call') return queries.callNotes.byIds([id], about.calls).map((call) => ({ kind, id, call }));
        const hit = queries.registerHit(kind, id, about.scopes, about.today);
        return hit === null ? [] : [{ kind, id, hit }];
      });
    },
    'search/passage': async ({ invoiceId, text }) => {
      const { scopes, today } = await asking();
      const { store } = seat().rows();
      const read = readSearch(text, today);
      const invoice = await store.get('supplierInvoice', invoiceId);
      if (!read.ok || invoice === undefined || !holds(scopes, unitScope(invoice.unitId))) return null;
      const sender = invoice.supplierId === undefined ? undefined : await store.get('supplier', invoice.supplierId);
      if (sender?.protectedBy !== undefined) return null;
      const pages = [];
      for (const { wordsSha256 } of invoice.pages.slice(0, mostPages))
        if (await blobs.has(wordsSha256))
          pages.push(asPageWords(JSON.parse(new TextDecoder().decode(await blobs.read(wordsSha256))))); // written by ourselves, under its own hash
      return passageOf(pages, read.value);
    },
  };
}

/** What a register's own search is asked for; null: nothing of what was typed could be in it. */
function registerText(kind: SearchKind, terms: readonly SearchTerm[]): string | null {
  const known: readonly SearchTerm['meaning'][] =
    kind === 'article'
      ? [null, 'name', 'number']
      : kind === 'supplier'
        ? [null, 'name', 'organisation', 'account']
        : kind === 'call'
          ? [null, 'text']
          : [null, 'name', 'organisation'];
  return terms.every(({ meaning }) => known.includes(meaning)) ? terms.map(({ text }) => text).join(' ') : null;
}
