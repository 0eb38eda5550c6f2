import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import {
  type Engine,
  EngineError,
  type EntityName,
  type Notice,
  type QueryInput,
  type QueryName,
  type QueryResult,
} from '../shared/contract/engine.ts';
import { type Connection, type EngineClient, makeEngineClient } from './engine-client.ts';

export const EngineContext = createContext<EngineClient>(makeEngineClient());

export const useEngine = (): Engine => useContext(EngineContext).engine;

export function useConnection(): Connection {
  const client = useContext(EngineContext);
  return useSyncExternalStore(client.subscribe, client.connection);
}

type Options = {
  /** False: do not ask yet. */
  readonly when?: boolean;
  /** True: while the answer to a new question is fetched, show nothing rather than the answer to the last one. */
  readonly fresh?: boolean;
  /** Asked anew so often, also where nothing was changed: for what goes by the clock. */
  readonly everyMs?: number;
};

/** Asks the engine, keeps the answer, and asks anew when the engine says that something behind it changed. */
export function useEngineQuery<Name extends QueryName>(
  name: Name,
  input: QueryInput<Name>,
  { when = true, fresh = false, everyMs }: Options = {},
): UseQueryResult<QueryResult<Name>, Error> {
  const engine = useEngine();
  return useQuery<QueryResult<Name>, Error, QueryResult<Name>, readonly unknown[]>({
    queryKey: queryKey(name, input),
    queryFn: () => engine.query(name, input),
    enabled: when,
    ...(everyMs !== undefined && { refetchInterval: everyMs, staleTime: everyMs }),
    ...(fresh ? {} : { placeholderData: keepPreviousData as never }),
  });
}

export const queryKey = <Name extends QueryName>(name: Name, input: QueryInput<Name>): readonly unknown[] => [name, input];

/** What is known stays known until the engine says otherwise; only a lost engine is asked again, and that by the client. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => failures < 2 && error instanceof EngineError && error.code === 'storage-failed',
      },
    },
  });

/** Which questions have other answers when rows of an entity change. */
const askedOf: Record<EntityName, readonly QueryName[]> = {
  supplierInvoice: [
    'queue/list',
    'queue/counts',
    'queue/length',
    'queue/view-counts',
    'work/next',
    'work/today',
    'sweep/fields',
    'supplier-invoices/card',
    'supplier-invoices/twins',
    'supplier-invoices/history',
    'supplier-invoices/undoable',
    'suppliers/card',
    'intake/pages',
    'intake/files',
    'sync/conflict',
    'supplier-control/of-invoice',
  ],
  supplier: [
    'registers/history',
    'registers/as-of',
    'register-changes/list',
    'register-changes/imports',
    'register-changes/of-import',
    'register-changes/of-supplier',
    'supplier-control/inbox',
    'supplier-control/of-supplier',
    'registers/search',
    'suppliers/list',
    'suppliers/card',
    'suppliers/revealed',
    'supplier-invoices/card',
    'queue/list',
  ],
  registerChange: [
    'work/next',
    'work/today',
    'register-changes/list',
    'register-changes/imports',
    'register-changes/of-import',
    'register-changes/of-supplier',
    'register-changes/revealed',
    'registers/history',
  ],
  supplierExternalId: ['registers/history', 'registers/as-of', 'registers/search', 'suppliers/list', 'suppliers/card'],
  customer: [
    'registers/owners',
    'registers/search',
    'registers/history',
    'registers/as-of',
    'customers/list',
    'customers/card',
    'customers/revealed',
  ],
  customerExternalId: [],
  article: ['registers/owners', 'registers/search', 'registers/history', 'registers/as-of', 'articles/list', 'articles/card'],
  articlePrice: ['registers/history', 'registers/as-of', 'articles/list', 'articles/card'],
  paymentNumber: [
    'registers/history',
    'registers/as-of',
    'register-changes/list',
    'register-changes/imports',
    'register-changes/of-import',
    'supplier-control/of-invoice',
    'registers/search',
    'suppliers/list',
    'suppliers/card',
    'supplier-invoices/card',
  ],
  person: ['session/read', 'access/people', 'access/changes'],
  grant: ['session/read', 'access/people', 'registers/owners'],
  roleChange: ['access/people', 'access/changes', 'work/next', 'work/today'],
  sourceFile: ['intake/files', 'intake/pages', 'work/next', 'work/today'],
  learnedRule: ['learned-rules/of-supplier', 'learned-rules/card'],
  controlVerdict: ['supplier-control/of-supplier', 'supplier-control/of-invoice'],
  controlFinding: [
    'work/next',
    'work/today',
    'supplier-control/counts',
    'supplier-control/inbox',
    'supplier-control/of-supplier',
    'supplier-control/of-invoice',
  ],
  warningListEntry: ['supplier-control/lists', 'supplier-control/of-supplier', 'supplier-control/of-invoice'],
  dismissedTwins: ['registers/twins'],
  event: ['supplier-invoices/history', 'supplier-invoices/undoable'],
  calendar: ['calendars/list', 'queue/list', 'queue/length', 'queue/view-counts', 'work/next', 'work/today'],
  savedView: ['views/list'],
  lease: ['queue/list', 'queue/length', 'queue/view-counts', 'work/next', 'work/today'],
  callNote: ['call-notes/list', 'call-notes/about', 'call-notes/card', 'search/find', 'search/recall', 'work/next', 'work/today'],
  callReason: ['call-notes/choices', 'call-notes/list', 'call-notes/about', 'call-notes/card'],
};

/** What waits and what was refused stands in the outbox, which the status counts. */
const askedOfSync: readonly QueryName[] = ['work/next', 'work/today', 'sync/outbox', 'sync/conflict'];

/** Pages that have been read show in the contact sheet before their documents are registered. */
const askedOfReading: readonly QueryName[] = ['intake/pages'];

/** Which questions have other answers after a notice. */
function spoiledBy(notice: Notice): readonly QueryName[] {
  switch (notice.kind) {
    case 'changed':
      return notice.entities.flatMap((one) => askedOf[one]);
    case 'reading':
      return askedOfReading;
    case 'sync':
      return askedOfSync;
    case 'twins':
      return ['registers/twins'];
    case 'search':
      return ['search/find'];
    default:
      return [];
  }
}

/** Changes come in bursts while a batch is read: they are gathered for this long. */
const gatherMs = 60;

/** Keeps the answers true: what a notice brings is put in place, what it spoils is asked anew. */
export function followNotices(client: EngineClient, queries: QueryClient): () => void {
  const spoiled = new Set<QueryName>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const askAnew = () => {
    timer = undefined;
    const names = new Set(spoiled);
    spoiled.clear();
    void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => names.has(name as QueryName) });
  };
  const onNotice = (notice: Notice) => {
    if (notice.kind === 'reading') queries.setQueryData(queryKey('intake/status', {}), notice.status);
    if (notice.kind === 'exchange') queries.setQueryData(queryKey('exchange/job', { jobId: notice.job.jobId }), notice.job);
    if (notice.kind === 'control-service') queries.setQueryData(queryKey('supplier-control/service', {}), notice.status);
    if (notice.kind === 'sync') queries.setQueryData(queryKey('sync/status', {}), notice.status);
    const asked = spoiledBy(notice);
    if (asked.length === 0) return;
    for (const name of asked) spoiled.add(name);
    timer ??= setTimeout(askAnew, gatherMs);
  };
  const stopNotices = client.engine.onNotice(onNotice);
  const stopConnection = client.subscribe(() => {
    if (client.connection() === 'connected') void queries.invalidateQueries(); // a new engine may know more
  });
  return () => {
    stopNotices();
    stopConnection();
    clearTimeout(timer);
  };
}
