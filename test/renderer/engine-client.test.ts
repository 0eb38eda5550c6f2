import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { makeEngineClient } from '../../src/renderer/engine-client.ts';
import { followNotices, queryKey } from '../../src/renderer/use-engine.ts';
import { EngineError } from '../../src/shared/contract/engine.ts';
import { aScannedInvoice } from '../make/invoices.ts';
import { makeFakeEngine } from './fake-engine.ts';

const question = ['queue/counts', {}] as const;

test('a question waits for the first engine, and is asked again of the next when the engine goes', async () => {
  const client = makeEngineClient();
  expect(client.connection()).toBe('connecting');
  const answer = client.engine.query(...question);
  const { engine } = makeFakeEngine([aScannedInvoice()]);
  client.take({
    ...engine,
    query: async () => {
      client.lose();
      throw new EngineError('gone');
    },
  });
  await vi.waitFor(() => expect(client.connection()).toBe('reconnecting'));
  client.take(engine);
  expect(await answer).toMatchObject({ all: { count: 1 } });
});

test('a command that went with its engine is sent to the next under the same id, in the same person’s name', async () => {
  const client = makeEngineClient();
  const ids: (string | undefined)[] = [];
  const { engine } = makeFakeEngine([aScannedInvoice()]);
  const { people } = await engine.query('session/read', {});
  await client.take({
    ...engine,
    execute: async (_name, _input, commandId) => {
      ids.push(commandId);
      client.lose();
      throw new EngineError('gone');
    },
  });
  await client.engine.task('session/choose-person', { personId: people[0]?.id ?? '' });
  const sent = client.engine.execute('supplier-invoices/change-document-type', {
    invoiceId: aScannedInvoice().id,
    documentType: 'other',
  });
  await vi.waitFor(() => expect(ids).toHaveLength(1));

  const next = makeFakeEngine([aScannedInvoice()]);
  await client.take({
    ...next.engine,
    execute: (name, input, commandId) => {
      ids.push(commandId);
      return next.engine.execute(name, input, commandId);
    },
  });
  expect(await sent).toMatchObject({ ok: true });
  expect(ids[0]).toBeDefined();
  expect(ids[1]).toBe(ids[0]);
  expect(next.told).toContain('session/choose-person');
});

test('a password is not kept: after it the next engine is not told who sits here', async () => {
  const client = makeEngineClient();
  const account = { login: 'anna.berg', password: 'hemligt' };
  await client.take(makeFakeEngine([aScannedInvoice()], undefined, { account }).engine);
  await client.engine.task('session/sign-in', account);
  client.lose();
  const next = makeFakeEngine([aScannedInvoice()], undefined, { account });
  await client.take(next.engine);
  expect(client.connection()).toBe('connected');
  expect(next.told).toEqual([]);
});

test('a task is not done twice: without an engine it fails, and says so', async () => {
  const client = makeEngineClient();
  const sent = client.engine.task('session/lock', {});
  await expect(sent).rejects.toMatchObject({ code: 'gone' });
});

test('listeners follow from engine to engine', async () => {
  const client = makeEngineClient();
  const heard = vi.fn();
  client.engine.onNotice(heard);
  for (let times = 1; times <= 2; times += 1) {
    const { engine, invoice } = makeFakeEngine([aScannedInvoice()]);
    client.take(engine);
    const { id } = aScannedInvoice();
    await client.engine.execute('supplier-invoices/change-document-type', { invoiceId: id, documentType: 'other' });
    expect(invoice(id)?.documentType).toBe('other');
    expect(heard).toHaveBeenCalledTimes(times);
  }
});

test('whoever worked goes on with the next engine, and what changed is asked anew', async () => {
  const client = makeEngineClient();
  const queries = new QueryClient();
  const stop = followNotices(client, queries);
  const first = makeFakeEngine([aScannedInvoice()]);
  client.take(first.engine);
  const { people } = await client.engine.query('session/read', {});
  const [person] = people;
  if (person === undefined) throw new Error('the fake has a person');
  queries.setQueryData(queryKey('session/read', {}), await client.engine.task('session/choose-person', { personId: person.id }));

  client.lose();
  const second = makeFakeEngine([aScannedInvoice()]);
  client.take(second.engine);
  await vi.waitFor(() => expect(second.told).toContain('session/choose-person'));

  queries.setQueryData(queryKey(...question), {});
  queries.setQueryData(queryKey('settings/read', {}), {});
  const { id } = aScannedInvoice();
  await client.engine.execute('supplier-invoices/change-document-type', { invoiceId: id, documentType: 'other' });
  await vi.waitFor(() => expect(queries.getQueryState(queryKey(...question))?.isInvalidated).toBe(true));
  stop();
});
