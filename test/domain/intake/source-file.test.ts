import { expect, test } from 'vitest';
import { assert } from '../../../src/shared/base/assert.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  type DroppedPage,
  decideFileRejection,
  decideNewTry,
  decideReadingDone,
  decideReceipt,
  evolveSourceFile,
  type PageCounts,
  type ReceiveFile,
  type SourceFile,
} from '../../../src/shared/domain/intake/index.ts';
import { anna } from '../../make/invoices.ts';

const command: ReceiveFile = {
  fileId: asId('0190eeee-0000-7000-8000-000000000001'),
  name: 'a.pdf',
  channel: 'dropped',
  sha256: 'a'.repeat(64),
  sizeBytes: 7,
  unitId: 'main',
};
const droppedPage = (page: number): DroppedPage => ({
  page,
  imageSha256: 'a'.repeat(64),
  imageType: 'image/png',
  wordsSha256: 'b'.repeat(64),
  widthPx: 100,
  heightPx: 100,
  textSource: 'ocr',
  why: 'blank',
});
const twoPages: PageCounts = { pageCount: 2, documentCount: 1, invoicePageCount: 2, appendixPageCount: 0, dropped: [] };
const received = taken(undefined, decideReceipt([], command, anna, 1_000));
const read = taken(received, decideReadingDone(received, twoPages, 2_000));
const rejected = taken(received, decideFileRejection(received, 'damaged'));

function taken(
  file: SourceFile | undefined,
  result: ReturnType<typeof decideReceipt> | ReturnType<typeof decideReadingDone>,
): SourceFile {
  assert(result.ok, 'allowed');
  const next = result.value.reduce<SourceFile | undefined>(evolveSourceFile, file);
  assert(next !== undefined, 'there is a file');
  return next;
}
const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.error?.code;

test('intake/receive-file: the same bytes are one file; unreadable ones are tried again', () => {
  expect(codeOf(decideReceipt([received], command, anna, 0))).toBe('already-received');
  expect(codeOf(decideReceipt([read], command, anna, 0))).toBe('already-received');
  expect(taken(rejected, decideReceipt([rejected], command, anna, 0))).toEqual({ ...received, rev: 3 });
});

test.each([
  [undefined, 'not-found', 'not-found', 'not-found'],
  [received, 'ok', 'ok', 'wrong-state'],
  [read, 'wrong-state', 'wrong-state', 'wrong-state'],
  [rejected, 'wrong-state', 'wrong-state', 'ok'],
] as const)('intake/finish-reading, intake/reject-file, intake/try-again %#', (file, finish, reject, again) => {
  expect(codeOf(decideReadingDone(file, twoPages, 0))).toBe(finish);
  expect(codeOf(decideFileRejection(file, 'damaged'))).toBe(reject);
  expect(codeOf(decideNewTry(file))).toBe(again);
});

test('each state holds just what is known by then', () => {
  expect(read).toMatchObject({ state: 'read', pageCount: 2, documentCount: 1, readAtMs: 2_000, rev: 2 });
  expect(rejected).toEqual({ ...received, rev: 2, state: 'rejected', reason: 'damaged' });
});

test.each([
  ['a page is missing', { pageCount: 3 }, 'pages-do-not-add-up'],
  ['a page is counted twice', { appendixPageCount: 1 }, 'pages-do-not-add-up'],
  ['a page is dropped twice', { pageCount: 4, dropped: [droppedPage(3), droppedPage(3)] }, 'pages-do-not-add-up'],
  ['all are there', { pageCount: 5, appendixPageCount: 1, dropped: [droppedPage(3), droppedPage(5)] }, 'ok'],
] as const)('intake/finish-reading: pages in are pages out: %s', (_, changes, outcome) => {
  expect(codeOf(decideReadingDone(received, { ...twoPages, ...changes }, 0))).toBe(outcome);
});
