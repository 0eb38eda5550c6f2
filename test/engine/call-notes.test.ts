import { afterEach, expect, test } from 'vitest';
import { callNotes } from '../../src/main/engine/queries/call-notes.ts';
import { sqliteLogStore } from '../../src/main/engine/store/sqlite-store.ts';
import { sv } from '../../src/renderer/text/sv.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { everyUnit } from '../../src/shared/domain/access/index.ts';
import { usualLayUps } from '../../src/shared/domain/calendar/index.ts';
import type { CallNote } from '../../src/shared/domain/call-notes/index.ts';
import { anEngine, sitDown } from '../make/engine.ts';
import { anna, bo } from '../make/invoices.ts';
import { aFolder, aWorkspaceFile } from '../make/workspace.ts';

const folders: { [Symbol.dispose](): void }[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder[Symbol.dispose]();
});
const everything = {
  show: 'all',
  lineId: null,
  reasonId: null,
  fromDay: null,
  throughDay: null,
  text: '',
  after: null,
  limit: 50,
} as const;
const call = (facts: object) => ({
  ...{ callId: asId<'callNote'>(uuid()), replaces: null, unitId: 'main', lineId: null, caller: '', reasonId: null },
  ...{ invoiceId: null, supplierId: null, customerId: null, text: '', answerWanted: false },
  ...{ beganAtMs: Date.now() - 60_000, endedAtMs: Date.now() - 1_000 },
  ...facts,
});

test('a call is noted, found, put right and answered; what was begun is there after a restart', async () => {
  const folder = aFolder();
  folders.push(folder);
  const first = call({ text: 'Ringer om 19121212-1212 och höj- och sänkbara skrivbord', caller: 'Eva', answerWanted: true });
  {
    await using seat = await anEngine(folder.path);
    const { page } = seat;
    await sitDown(page);
    for (const input of usualLayUps(sv.calendars.usual, '2026-11-25' as Day, uuid)) await page.execute('calendars/lay-up', input);
    const reasonId = asId<'callReason'>(uuid());
    expect(await page.execute('call-reasons/lay-up', { reasonId, name: 'Övrigt', fromDay: '2026-01-01' as Day })).toMatchObject({
      ok: true,
    });
    const { lines, unitIds, reasons } = await page.query('call-notes/choices', {});
    expect([unitIds, reasons.map(({ name }) => name), lines.length]).toEqual([['main'], ['Övrigt'], 4]);

    expect(await page.execute('call-notes/note', first)).toMatchObject({ ok: true });
    const second = call({
      callId: asId<'callNote'>(uuid()),
      replaces: first.callId,
      text: 'Undrar om skrivbord',
      caller: 'Eva',
      answerWanted: true,
      reasonId,
      lineId: lines[0]?.id,
    });
    expect(await page.execute('call-notes/note', second)).toMatchObject({ ok: true });
    const { rows } = await page.query('call-notes/list', everything);
    expect(rows).toMatchObject([
      { id: second.callId, caller: 'Eva', reason: { name: 'Övrigt' }, isCorrection: true, awaits: { gap: null } },
    ]);
    const due = (rows[0]?.awaits?.dueMs ?? 0) - second.beganAtMs;
    expect(due).toBeGreaterThanOrEqual(48 * 3_600_000);
    expect(await page.query('work/next', { limit: 5 })).toMatchObject([{ kind: 'call-back', id: second.callId, name: 'Eva' }]);
    const card = await page.query('call-notes/card', { callId: second.callId });
    expect(card?.before.map(({ text }) => text)).toEqual([first.text]);

    const kinds = async (text: string) =>
      (await page.query('search/find', { text, limit: 5 })).groups.map(({ kind, hits }) => [kind, hits.length]);
    expect(await kinds('skrivb')).toEqual([['call', 1]]);
    expect(await kinds('samtal:eva')).toEqual([['call', 1]]);
    expect(await kinds('fakt:eva')).toEqual([]);
    expect(await kinds('samtal:19121212-1212')).toEqual([]);

    expect(await page.execute('call-notes/answer', { callId: second.callId, answer: 'Kommer fredag' })).toMatchObject({
      ok: true,
    });
    expect((await page.query('call-notes/list', { ...everything, show: 'awaiting' })).rows).toEqual([]);
    expect((await page.query('call-notes/list', { ...everything, text: 'fredag' })).rows).toMatchObject([
      { answered: { by: 'Anna Berg' } },
    ]);
    const personId = (await page.query('session/read', {})).person?.id ?? anna;
    await page.task('drafts/keep', { personId, name: 'call-note', text: '{"half":"written"}' });
    expect(await page.task('drafts/keep', { personId: asId<'person'>(uuid()), name: 'call-note', text: 'of another' })).toEqual({
      kept: false,
    });
  }
  await using again = await anEngine(folder.path);
  const { people } = await again.page.query('session/read', {});
  const personId = people[0]?.id ?? anna;
  await again.page.task('session/choose-person', { personId });
  expect(await again.page.query('drafts/read', { personId, name: 'call-note' })).toBe('{"half":"written"}');
  await again.page.task('drafts/keep', { personId, name: 'call-note', text: null });
  expect(await again.page.query('drafts/read', { personId, name: 'call-note' })).toBeNull();
});

test('of another unit nothing is seen, a customer only by those who keep customers, and pages follow each other', async () => {
  const file = aWorkspaceFile();
  folders.push(file);
  const customerId = asId<'customer'>(uuid());
  const noteOf = (n: number, unitId: string, more: Partial<CallNote> = {}): CallNote => ({
    ...{ id: asId(`0190c000-0000-7000-8000-00000000000${n}`), rev: 1, unitId, notedBy: n % 2 === 0 ? anna : bo, caller: '' },
    ...{
      text: `samtal nummer ${n}${n} om 19121212-1212`,
      beganAtMs: n * 1_000,
      endedAtMs: n * 1_000,
      answerWanted: n === 1,
      customerId,
    },
    ...more,
  });
  await sqliteLogStore(file.writer).transaction(async (rows) => {
    await rows.put('customer', {
      ...{ id: customerId, rev: 1, name: 'Ängsblomman' },
      otherNames: [],
      addresses: [],
      externalIds: [],
    });
    for (const n of [1, 2, 3, 4]) await rows.put('callNote', noteOf(n, n === 4 ? 'other' : 'main'));
    await rows.put('callNote', noteOf(5, 'main', { replacedBy: asId(uuid()) }));
  });
  const { list, about, search, byIds } = callNotes(file.reader);
  const by = { person: anna, scopes: ['unit:main', 'reg:customers'], seesCustomers: true, atMs: 10_000 };
  const numbers = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => Number(id.slice(-1)));
  expect(numbers(list(everything, by).rows)).toEqual([3, 2, 1]);
  expect(numbers(list(everything, { ...by, scopes: [everyUnit] }).rows)).toEqual([4, 3, 2, 1]);
  expect(numbers(list({ ...everything, show: 'mine' }, by).rows)).toEqual([2]);
  expect(numbers(list({ ...everything, show: 'awaiting' }, by).rows)).toEqual([1]);
  expect(numbers(list({ ...everything, text: 'nummer 33' }, by).rows)).toEqual([3]);
  expect(numbers(list({ ...everything, fromDay: '1970-01-02' as Day }, by).rows)).toEqual([]);
  const page = list({ ...everything, limit: 2 }, by);
  expect(numbers(list({ ...everything, limit: 2, after: page.next }, by).rows)).toEqual([1]);
  expect(numbers(about('customer', customerId, 10, by))).toEqual([3, 2, 1]);
  expect(numbers(search('nummer', 10, by))).toEqual([3, 2, 1]);
  expect(numbers(byIds([noteOf(4, 'other').id, noteOf(2, 'main').id], by))).toEqual([2]);
  expect(list(everything, by).rows[0]).toMatchObject({
    customer: { name: 'Ängsblomman' },
    text: 'samtal nummer 33 om 19121212-••••',
  });
  expect(list(everything, { ...by, seesCustomers: false }).rows[0]?.customer).toBeNull();
});
