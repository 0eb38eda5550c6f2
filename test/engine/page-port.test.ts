import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EngineError } from '../../src/shared/contract/engine.ts';
import { anEngine, attachedPage, sitDown } from '../make/engine.ts';
import { aFolder } from '../make/workspace.ts';

const fails = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof EngineError ? error.code : `no EngineError: ${String(error)}`;
};

test('nothing is shown and nothing is done before a person is chosen, or while locked', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  expect(await fails(seat.page.query('queue/counts', {}))).toBe('no-person');
  await sitDown(seat.page);
  expect((await seat.page.query('queue/counts', {})).all).toEqual({ count: 0, capped: false });
  await seat.page.task('session/lock', {});
  expect(await fails(seat.page.query('queue/counts', {}))).toBe('no-person');
  expect(await fails(seat.page.execute('intake/try-again', { fileId: '0190aaaa-0000-7000-8000-00000000000f' as never }))).toBe(
    'no-person',
  );
  expect(await fails(attachedPage(seat.engine).query('suppliers/list', { search: '', limit: 10 }))).toBe('no-person'); // another window is another person
});

test('a page may not do what its person may not', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path, { demonstration: true });
  const { people } = await seat.page.query('session/read', {});
  const keeper = people.find(({ roles }) => roles.length === 1 && roles[0] === 'register-keeper');
  await seat.page.task('session/choose-person', { personId: keeper?.id ?? '' });
  expect(await fails(seat.page.task('intake/take-in', { name: 'a.pdf', bytes: new Uint8Array(3) }))).toBe('forbidden');
  const result = await seat.page.execute('supplier-invoices/resume', {
    invoiceId: '0190aaaa-0000-7000-8000-00000000000f' as never,
  });
  expect(result).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

test('a workspace is founded once, and the page cannot take the place of the program', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  await sitDown(seat.page);
  const again = await seat.page.execute('access/found-workspace', {
    people: [{ id: '0190aaaa-0000-7000-8000-00000000000f' as never, name: 'Mallory', initials: 'M', human: true, grants: [] }],
  });
  expect(again).toMatchObject({ ok: false, error: { code: 'already-founded' } });
  expect(await fails(seat.page.task('session/choose-person', { personId: '00000000-0000-7000-8000-000000000001' }))).toBe(
    'not-found',
  );
});

test('whatever comes through the port is answered with a code and leaves the engine well', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  await sitDown(seat.page);
  const port = seat.rawPage();
  const answers: unknown[] = [];
  port.onMessage((message) => answers.push(message));
  let sent = 0;
  const names = fc.oneof(
    fc.string(),
    fc.constantFrom('queue/list', 'queue/counts', 'supplier-invoices/card', 'constructor', '__proto__', 'toString'),
  );
  const message = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true }),
    fc.record({
      kind: fc.constant('request'),
      requestId: fc.integer(),
      door: fc.constantFrom('query', 'execute', 'task'),
      name: names,
      input: fc.anything(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(message, async (crafted) => {
      port.post(crafted);
      sent += 1;
    }),
    { numRuns: 300 },
  );
  expect((await seat.page.query('queue/counts', {})).all.count).toBe(0);
  await expect.poll(() => answers.length, { timeout: 20_000 }).toBe(sent);
  for (const answer of answers) expect(answer).toMatchObject({ kind: 'failure' });
});
