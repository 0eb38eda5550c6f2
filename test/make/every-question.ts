import { addDays } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import type { Engine, QueryInput, QueryName } from '../../src/shared/contract/engine.ts';
import { inboxFolders } from '../../src/shared/contract/supplier-control.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';

/** What somebody in another client knows of, and asks about by name. */
export type Known = {
  readonly customerId: string;
  readonly articleId: string;
  readonly invoiceId: string;
  readonly fileId: string;
  readonly texts: readonly string[];
  readonly sha256: string;
  readonly commandId: string;
};
type Questions = { readonly [Name in QueryName]: readonly QueryInput<Name>[] };

const limit = 100;

/** Every query there is, asked for all that another client has. A new query does not compile until it is asked here too. */
export function everyQuestion(known: Known, today: string): Questions {
  const { texts, sha256, commandId } = known;
  const [customerId, articleId] = [asId<'customer'>(known.customerId), asId<'article'>(known.articleId)];
  const [invoiceId, fileId] = [asId<'supplierInvoice'>(known.invoiceId), asId<'sourceFile'>(known.fileId)];
  const supplierId = asId<'supplier'>(uuid());
  const searched = ['', ...texts];
  const rows = [
    { register: 'customer' as const, id: known.customerId },
    { register: 'article' as const, id: known.articleId },
  ];
  const onDay = addDays(today as never, 0);
  return {
    'supplier-invoices/previous-value': [{ invoiceId, field: 'buyerReference' }],
    'faults/figures': [{ fromDay: onDay, throughDay: onDay }],
    'e-invoices/page': [{ invoiceId }],
    'e-invoices/source': [{ invoiceId }],
    'access/people': [{ limit }],
    'access/changes': [{ folder: 'pending', limit }],
    'supplier-control/service': [{}],
    'supplier-control/lists': [{}],
    'supplier-control/counts': [{}],
    'exchange/preview': [],
    'exchange/job': [],
    'exchange/rows': [],
    'exchange/mappings': [{ register: 'customers' }, { register: 'articles' }],
    'registers/history': rows.map((row) => ({ ...row, before: null, limit })),
    'registers/as-of': rows.map((row) => ({ ...row, day: onDay })),
    'registers/twins': [{ from: 0, limit }],
    'registers/search': (['customer', 'article', 'supplier'] as const).flatMap((register) =>
      searched.map((text) => ({ register, text, limit })),
    ),
    'registers/owners': [{ register: 'customer' }, { register: 'article' }],
    'register-changes/list': [
      { folder: 'pending', limit },
      { folder: 'decided', limit },
    ],
    'register-changes/place-on-page': [{ fileId, page: 1, number: '12345' }],
    'register-changes/imports': [{ limit }],
    'register-changes/of-import': [{ importId: uuid(), limit }],
    'register-changes/of-supplier': [{ supplierId, limit }],
    'register-changes/revealed': [{ changeId: asId<'registerChange'>(uuid()) }],
    'customers/list': searched.map((text) => ({ text, after: null, limit })),
    'customers/card': [{ customerId }],
    'customers/revealed': [{ customerId }],
    'articles/list': searched.map((text) => ({ text, onDay, after: null, limit })),
    'articles/card': [{ articleId }],
    'calendars/list': [{}],
    'call-notes/choices': [{}],
    'call-notes/list': (['all', 'awaiting'] as const).flatMap((show) =>
      searched.map((text) => ({ show, lineId: null, reasonId: null, fromDay: null, throughDay: null, text, after: null, limit })),
    ),
    'call-notes/about': [
      { kind: 'invoice', id: invoiceId, limit },
      { kind: 'customer', id: customerId, limit },
    ],
    'call-notes/card': [{ callId: asId<'callNote'>(uuid()) }],
    'drafts/read': [{ personId: asId<'person'>(uuid()), name: 'call-note' }],
    'leases/of-invoice': [{ invoiceId }],
    'views/list': [{}],
    'queue/view-counts': [{ filters: ['', ...texts] }],
    'work/next': [{ limit }],
    'work/today': [{ limit }],
    'sweep/fields': [{}],
    'overview/waiting': [{}],
    'overview/period': [{ fromDay: onDay, throughDay: onDay }],
    'overview/touches': [{ fromDay: onDay, throughDay: onDay }],
    'search/find': texts.map((text) => ({ text, limit: 50 })),
    'search/recall': [
      {
        hits: [
          { kind: 'invoice', id: known.invoiceId },
          { kind: 'customer', id: known.customerId },
          { kind: 'article', id: known.articleId },
        ],
      },
    ],
    'search/passage': texts.map((text) => ({ invoiceId, text })),
    'session/read': [{}],
    'queue/list': [
      { queue: 'all', filter: '', sort: 'received', descending: true, after: null, limit },
      { queue: 'all', filter: '', sort: 'due', descending: false, after: null, at: 1, limit },
    ],
    'queue/length': [{ queue: 'all', filter: '' }],
    'queue/counts': [{}],
    'supplier-invoices/card': [{ invoiceId }],
    'supplier-invoices/twins': [{ invoiceId, number: texts[0] ?? '', totalMinor: null, invoiceDate: null }],
    'supplier-invoices/history': [{ invoiceId, limit }],
    'supplier-invoices/words': [{ wordsSha256: sha256 }],
    'supplier-invoices/undoable': [{ limit }],
    'suppliers/list': searched.map((search) => ({ search, limit })),
    'suppliers/card': [{ supplierId }],
    'suppliers/revealed': [{ supplierId }],
    'intake/files': [{ limit }],
    'intake/pages': [{ fileId }],
    'intake/status': [{}],
    'learned-rules/of-supplier': [{ supplierId, limit }],
    'learned-rules/card': [{ ruleId: asId<'learnedRule'>(uuid()) }],
    'supplier-control/inbox': inboxFolders.map((folder) => ({ folder, after: null, limit })),
    'supplier-control/of-supplier': [{ supplierId, limit }],
    'supplier-control/of-invoice': [{ invoiceId }],
    'settings/read': [{}],
    'sync/status': [{}],
    'sync/outbox': [{ limit }],
    'sync/conflict': [{ commandId: asId<'command'>(commandId) }],
  };
}

/** All that a page answers to all of it, by the question's name; what it refuses is told by its code. */
export async function askEverything(page: Engine, questions: Questions): Promise<ReadonlyMap<QueryName, readonly string[]>> {
  const answers = new Map<QueryName, readonly string[]>();
  for (const [name, inputs] of Object.entries(questions) as [QueryName, readonly never[]][]) {
    const told: string[] = [];
    for (const input of inputs)
      told.push(
        await page.query(name, input).then(
          (answer) => JSON.stringify(answer) ?? '',
          (error: unknown) => `refused: ${String(error)}`,
        ),
      );
    answers.set(name, told);
  }
  return answers;
}
