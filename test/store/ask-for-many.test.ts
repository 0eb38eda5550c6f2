import { describe, expect, test } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import type { LogTransaction } from '../../src/shared/run/store.ts';
import { exempelbolaget, theirBankgiro } from '../make/invoices.ts';
import { logStores } from './log-stores.ts';

const supplierId = (n: number) => asId<'supplier'>(`0190bbbb-0000-7000-8000-0000000000${n}`);
const aNumber = (n: number, supplier = exempelbolaget.id) => ({
  ...theirBankgiro,
  id: asId<'paymentNumber'>(`0190cccc-0000-7000-8000-00000000000${n}`),
  supplierId: supplier,
});

describe.each(Object.entries(logStores))('the log store on %s', (_, make) => {
  test('asks for many at once as it asks for each, also for those that have just been put', async () => {
    const keys = [[exempelbolaget.id], [supplierId(77)], [null], [supplierId(78)], ['a \u0000'], [exempelbolaget.id]] as const;
    const ids = [aNumber(9).id, 'not an id', 'a \u0000', aNumber(2).id, aNumber(9).id];
    const askBoth = async (transaction: LogTransaction) => {
      const many = [
        await transaction.findMany('paymentNumber', 'bySupplier', keys),
        await transaction.findMany('paymentNumber', 'bySupplier', keys, 2),
        await transaction.findMany('paymentNumber', 'byNumber', [['bankgiro', theirBankgiro.number]], 3),
        await transaction.findMany('paymentNumber', 'bySupplier', []),
        await transaction.getMany('paymentNumber', ids),
      ];
      const each = async (limit?: number) => {
        const answers: unknown[] = [];
        for (const key of keys) answers.push(await transaction.find('paymentNumber', 'bySupplier', key, limit));
        return answers;
      };
      const got: unknown[] = [];
      for (const id of ids) got.push(await transaction.get('paymentNumber', id));
      const one = [await transaction.find('paymentNumber', 'byNumber', ['bankgiro', theirBankgiro.number], 3)];
      return { many, one: [await each(), await each(2), one, [], got] };
    };
    await using under = await make();
    const answers: { readonly many: readonly unknown[]; readonly one: readonly unknown[] }[] = [];
    const steps: readonly ((transaction: LogTransaction) => Promise<(typeof answers)[number]>)[] = [
      async (transaction) => {
        for (const n of [5, 1, 9]) await transaction.put('paymentNumber', aNumber(n));
        await transaction.put('paymentNumber', aNumber(2, supplierId(77)));
        return askBoth(transaction);
      },
      askBoth,
      async (transaction) => {
        await transaction.put('paymentNumber', { ...aNumber(1, supplierId(77)), rev: 2 });
        await transaction.put('paymentNumber', aNumber(7));
        return askBoth(transaction);
      },
    ];
    for (const step of steps) answers.push(await under.store.transaction(step));
    for (const { many, one } of answers) expect(many).toEqual(one);
    expect((answers[2]?.many[0] as readonly unknown[][])?.map(({ length }) => length)).toEqual([3, 2, 0, 0, 0, 3]);
  });
});
