import { describe, expect, test } from 'vitest';
import { assert } from '../../../src/shared/base/assert.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  type DroppedPage,
  evolveSourceFile,
  type SourceFile,
  type SourceFileEvent,
} from '../../../src/shared/domain/intake/index.ts';
import {
  decideBringingBack,
  decideDroppingAgain,
  evolveSupplierInvoice,
  type SupplierInvoice,
  type SupplierInvoiceEvent,
} from '../../../src/shared/domain/supplier-invoices/index.ts';
import { aFile, aScannedInvoice, aVerifiedInvoice } from '../../make/invoices.ts';

const [aPage] = aScannedInvoice().pages;
assert(aPage !== undefined, 'an invoice has a page');
const dropped = (page: number): DroppedPage => ({ ...aPage, page, why: 'blank' });
/** Pages 1 and 3 are two invoices; 2 and 4 are dropped. */
const file: SourceFile = {
  ...aFile,
  ...{ state: 'read', pageCount: 4, documentCount: 2, invoicePageCount: 2, appendixPageCount: 0, readAtMs: 1 },
  dropped: [dropped(2), dropped(4)],
};
const first = aScannedInvoice({ pages: [{ ...aPage, page: 1 }] });
const second = aScannedInvoice({ id: asId('0190dddd-0000-7000-8000-000000000002'), pages: [{ ...aPage, page: 3 }] });
const fileId = file.id;

type Rows = { readonly file: SourceFile; readonly invoices: readonly SupplierInvoice[] };
type Decision =
  | { readonly ok: true; readonly value: readonly (SourceFileEvent | SupplierInvoiceEvent)[] }
  | { readonly ok: false; readonly error: { readonly code: string } };
const codeOf = (decision: Decision): string => (decision.ok ? 'ok' : decision.error.code);

function evolved({ file: before, invoices }: Rows, decision: Decision): Rows {
  assert(decision.ok, 'allowed');
  let rows: Rows = { file: before, invoices };
  for (const event of decision.value)
    rows =
      event.on === 'sourceFile'
        ? { ...rows, file: evolveSourceFile(rows.file, event) }
        : { ...rows, invoices: rows.invoices.map((one) => (one.id === event.id ? evolveSupplierInvoice(one, event) : one)) };
  return rows;
}
const pagesOf = ({ invoices }: Rows) =>
  invoices.map(({ pages }) => pages.map(({ page, isAppendix }) => (isAppendix ? -page : page)));

describe('intake/restore-page', () => {
  test.each([
    ['no such file', undefined, [first], 2, 'not-found'],
    ['not read yet', aFile, [first], 2, 'wrong-state'],
    ['not a dropped page', file, [first, second], 1, 'not-found'],
    ['no document in the file', file, [], 2, 'no-document'],
    ['vouched for', file, [aVerifiedInvoice({ pages: first.pages }), second], 2, 'wrong-state'],
    ['dropped', file, [first, second], 2, 'ok'],
  ] as const)('%s', (_, of, invoices, page, outcome) => {
    expect(codeOf(decideBringingBack({ file: of, invoices }, { fileId, page }))).toBe(outcome);
  });

  test('the page becomes an appendix of the document before it, and the counts still agree', () => {
    const one = evolved(
      { file, invoices: [second, first] },
      decideBringingBack({ file, invoices: [second, first] }, { fileId, page: 2 }),
    );
    expect(pagesOf(one)).toEqual([[3], [1, -2]]);
    expect(one.file).toMatchObject({ invoicePageCount: 2, appendixPageCount: 1, dropped: [{ page: 4 }] });
    const both = evolved(one, decideBringingBack(one, { fileId, page: 4 }));
    expect(pagesOf(both)).toEqual([
      [3, -4],
      [1, -2],
    ]);
    expect(both.file).toMatchObject({ appendixPageCount: 2, dropped: [] });
  });

  test('a page before all documents goes to the first', () => {
    const rows = { file: { ...file, dropped: [dropped(2)] } as SourceFile, invoices: [second] };
    const next = evolved(rows, decideBringingBack(rows, { fileId, page: 2 }));
    expect(pagesOf(next)).toEqual([[-2, 3]]);
    expect(pagesOf(evolved(next, decideDroppingAgain(next, { fileId, page: 2 })))).toEqual([[3]]);
  });
});

describe('intake/drop-page', () => {
  const rows = evolved(
    { file, invoices: [first, second] },
    decideBringingBack({ file, invoices: [first, second] }, { fileId, page: 2 }),
  );
  const pointedAt = rows.invoices.map((invoice) => ({
    ...invoice,
    fields: { ...invoice.fields, dueDate: { ...invoice.fields.dueDate, page: 2 } },
  }));

  test.each([
    ['no such file', undefined, rows.invoices, 2, 'not-found'],
    ['not read yet', aFile, rows.invoices, 2, 'wrong-state'],
    ['a page that was never dropped', rows.file, rows.invoices, 1, 'not-found'],
    ['vouched for', rows.file, [aVerifiedInvoice({ pages: rows.invoices[0]?.pages ?? [] })], 2, 'wrong-state'],
    ['a field stands on it', rows.file, pointedAt, 2, 'page-in-use'],
    ['brought back', rows.file, rows.invoices, 2, 'ok'],
  ] as const)('%s', (_, of, invoices, page, outcome) => {
    expect(codeOf(decideDroppingAgain({ file: of, invoices }, { fileId, page }))).toBe(outcome);
  });

  test('leaves all as it was before the page was brought back', () => {
    const back = evolved(rows, decideDroppingAgain(rows, { fileId, page: 2 }));
    expect(back.file).toEqual({ ...file, rev: 3 });
    expect(back.invoices).toEqual([{ ...first, rev: 3 }, second]);
  });
});
