import { describe, expect, test } from 'vitest';
import { asId, type CommandId } from '../../src/shared/base/ids.ts';
import type { Supplier } from '../../src/shared/domain/suppliers/index.ts';
import { emptyDigest, withRow } from '../../src/shared/run/digest.ts';
import type { Entry, KeptCommand, LogTransaction, Outcome } from '../../src/shared/run/store.ts';
import { aGrant } from '../make/grants.ts';
import { aLearnedRule, anna, aReadFile, aVerifiedInvoice, exempelbolaget, theirBankgiro } from '../make/invoices.ts';
import { logStores } from './log-stores.ts';

const numbered = (n: number): string => String(n).padStart(4, '0');
const supplierId = (n: number) => asId<'supplier'>(`0190bbbb-0000-7000-8000-00000000${numbered(n)}`);
const aSupplier = (n: number, changes: Partial<Supplier> = {}): Supplier => ({
  id: supplierId(n),
  rev: 1,
  name: `Bolag ${n}`,
  ...changes,
});
const aNumber = (n: number, supplier = exempelbolaget.id) => ({
  ...theirBankgiro,
  id: asId<'paymentNumber'>(`0190cccc-0000-7000-8000-00000000${numbered(n)}`),
  supplierId: supplier,
});

const commandId = asId<'command'>('0190dddd-0000-7000-8000-000000000001') satisfies CommandId;
const aKeptCommand = (outcome: Outcome, changes: Partial<KeptCommand> = {}): KeptCommand => ({
  id: commandId,
  name: 'suppliers/register',
  version: 1,
  input: { name: 'Ett "citat", en \\ och \u0000', list: [1, null, true], deep: { '': {} } },
  actor: anna,
  device: 'this',
  dseq: 1,
  leaseToken: null,
  issuedAtMs: 1,
  receivedAtMs: 2,
  outcome,
  epoch: 1,
  seqFirst: 1,
  seqLast: 3,
  ...changes,
});
const anEntry = (seq: number): Entry => ({
  seq,
  tx: 1,
  commandId,
  scope: 'reg:suppliers',
  op: 'put',
  entity: 'supplier',
  rowId: supplierId(seq),
  rev: 1,
  body: aSupplier(seq),
});

const undone = new Error('undone');

describe.each(Object.entries(logStores))('the log store on %s', (_, make) => {
  /** Runs each step in a transaction of its own. */
  async function inTurn(...steps: ((transaction: LogTransaction) => Promise<unknown>)[]): Promise<unknown[]> {
    await using under = await make();
    const answers: unknown[] = [];
    for (const step of steps) answers.push(await under.store.transaction(step));
    return answers;
  }

  test('gives back a row as it was put, without keys for what is not known, in the same transaction and after it', async () => {
    const rows = [
      ['supplier', { ...exempelbolaget, street: 'Gatan 1 \'B\' \\ "C" {d,e} åäö 😀', city: '' }],
      ['supplierInvoice', aVerifiedInvoice({ rev: 1 })],
      ['grant', aGrant({ throughDay: '2026-12-31' })],
      ['sourceFile', aReadFile],
      ['learnedRule', aLearnedRule],
      ['person', { id: anna, rev: 1, name: 'Anna', initials: 'AB', human: false }],
    ] as const;
    const read = async (transaction: LogTransaction) => Promise.all(rows.map(([entity, row]) => transaction.get(entity, row.id)));
    const [during, after] = await inTurn(async (transaction) => {
      for (const [entity, row] of rows) await transaction.put(entity, row as never); // each entity with its own row
      return read(transaction);
    }, read);
    expect(during).toEqual(rows.map(([, row]) => row));
    expect(after).toEqual(rows.map(([, row]) => row));
    expect(Object.keys((after as object[])[0] as object).sort()).toEqual(Object.keys(rows[0][1]).sort());
  });

  test('has no row under an id that nobody has put', async () => {
    const ids = [supplierId(1), '', 'not an id', 'a \u0000'];
    const [found] = await inTurn((transaction) => Promise.all(ids.map((id) => transaction.get('supplier', id))));
    expect(found).toEqual(ids.map(() => undefined));
  });

  test('finds rows by a lookup, in the order of their ids, up to a limit, also those that have just been put', async () => {
    const find = (transaction: LogTransaction) => async (limit?: number) =>
      (await transaction.find('paymentNumber', 'bySupplier', [exempelbolaget.id], limit)).map(({ id }) => Number(id.slice(-4)));
    const [during, after] = await inTurn(
      async (transaction) => {
        for (const n of [5, 1, 9]) await transaction.put('paymentNumber', aNumber(n));
        await transaction.put('paymentNumber', aNumber(2, supplierId(77)));
      },
      async (transaction) => {
        for (const n of [7, 3]) await transaction.put('paymentNumber', aNumber(n));
        const finding = find(transaction);
        return [await finding(), await finding(2), await finding(3), await finding(1)];
      },
      async (transaction) => {
        const finding = find(transaction);
        await transaction.put('paymentNumber', { ...aNumber(1, supplierId(77)), rev: 2 }); // it leaves
        await transaction.put('paymentNumber', { ...aNumber(2), rev: 2 }); // it comes
        return [await finding(), await finding(2), await finding(3)];
      },
    ).then((answers) => answers.slice(1));
    expect(during).toEqual([[1, 3, 5, 7, 9], [1, 3], [1, 3, 5], [1]]);
    expect(after).toEqual([
      [2, 3, 5, 7, 9],
      [2, 3],
      [2, 3, 5],
    ]);
  });

  test('finds a hundred rows when nobody says how many, and nothing by a null or by what cannot be', async () => {
    const [counts] = await inTurn(async (transaction) => {
      for (let n = 1; n <= 120; n += 1) await transaction.put('supplier', aSupplier(n));
      const finds = [
        await transaction.find('supplier', 'byOrganisationNumber', [null]),
        await transaction.find('supplier', 'byOrganisationNumber', ['a \u0000']),
        await transaction.find('paymentNumber', 'byNumber', ['bankgiro', null]),
      ];
      for (let n = 1; n <= 120; n += 1) await transaction.put('paymentNumber', aNumber(n));
      finds.push(await transaction.find('paymentNumber', 'bySupplier', [exempelbolaget.id]));
      return finds.map(({ length }) => length);
    });
    expect(counts).toEqual([0, 0, 0, 100]);
  });

  test('finds by derived columns, as the row is now', async () => {
    const invoice = aVerifiedInvoice({ rev: 1 });
    const [keys] = await inTurn(async (transaction) => {
      await transaction.put('supplierInvoice', invoice);
      const find = async (total: number) =>
        (await transaction.find('supplierInvoice', 'byTotalAndDay', [total, '2026-11-02'])).length;
      const before = [await find(125_000), await find(1)];
      const fields = { ...invoice.fields, totalMinor: { ...invoice.fields.totalMinor, value: 1 } };
      await transaction.put('supplierInvoice', { ...invoice, rev: 2, fields } as typeof invoice); // only an amount differs
      return [...before, await find(125_000), await find(1)];
    });
    expect(keys).toEqual([1, 0, 0, 1]);
  });

  test('refuses a row that is not one revision above the one that is there', async () => {
    await using under = await make();
    await under.store.transaction((transaction) => transaction.put('supplier', aSupplier(1)));
    const refused = async (row: Supplier, name: string) =>
      expect(
        under.store.transaction((transaction) => transaction.put('supplier', row)),
        name,
      ).rejects.toThrow(/revision|not unique/);
    await refused(aSupplier(1, { rev: 3 }), 'one is left out');
    await refused(aSupplier(2, { rev: 2 }), 'there is none');
    await refused(aSupplier(1), 'there is one');
    await under.store.transaction((transaction) => transaction.put('supplier', aSupplier(1, { rev: 2, name: 'Nytt' })));
    await refused(aSupplier(1, { rev: 2 }), 'it has moved on');
    expect(await under.store.transaction((transaction) => transaction.get('supplier', supplierId(1)))).toMatchObject({
      rev: 2,
      name: 'Nytt',
    });
  });

  test('takes a key once, lets go of it, and has any number of rows without it', async () => {
    await using under = await make();
    const put = (...rows: Supplier[]) =>
      under.store.transaction(async (transaction) => {
        for (const row of rows) await transaction.put('supplier', row);
      });
    const taken = { organisationNumber: '5566778899' };
    await put(aSupplier(1, taken), aSupplier(2), aSupplier(3));
    await expect(put(aSupplier(4, taken))).rejects.toMatchObject({ constraint: 'suppliers_organisation_number' });
    await expect(put(aSupplier(1))).rejects.toMatchObject({ constraint: 'suppliers_id' });
    await expect(put(aSupplier(5, { organisationNumber: '1' }), aSupplier(6, { organisationNumber: '1' }))).rejects.toMatchObject(
      {
        constraint: 'suppliers_organisation_number',
      },
    );
    await put(aSupplier(1, { rev: 2 })); // it no longer has the number
    await put(aSupplier(7, taken));
  });

  test('takes back to a savepoint what was written after it, and no more', async () => {
    const taken = { organisationNumber: '5566778899' };
    const [during, after] = await inTurn(
      async (transaction) => {
        await transaction.put('supplier', aSupplier(1, taken));
        await transaction.savepoint();
        await transaction.put('supplier', aSupplier(1, { rev: 2, name: 'Ändrat' }));
        await transaction.put('supplier', aSupplier(2, taken));
        await transaction.keepDigest('reg:suppliers', withRow(emptyDigest, 'x', 1));
        await transaction.rollbackToSavepoint();
        await transaction.savepoint();
        await transaction.put('supplier', aSupplier(3));
        await transaction.release();
        const found = await transaction.find('supplier', 'byOrganisationNumber', ['5566778899']);
        return [found.map(({ name }) => name), await transaction.digest('reg:suppliers')];
      },
      (transaction) => Promise.all([1, 2, 3].map((n) => transaction.get('supplier', supplierId(n)))),
    );
    expect(during).toEqual([['Bolag 1'], emptyDigest]);
    expect(after).toEqual([aSupplier(1, taken), undefined, aSupplier(3)]);
  });

  test('goes on after a savepoint whose key was taken', async () => {
    const taken = { organisationNumber: '5566778899' };
    const [codes, found] = await inTurn(
      async (transaction) => {
        const told: string[] = [];
        for (const row of [aSupplier(1, taken), aSupplier(2, taken), aSupplier(1), aSupplier(3)]) {
          await transaction.savepoint();
          try {
            await transaction.put('supplier', row);
            await transaction.release();
            told.push('put');
          } catch (error) {
            if (!(error instanceof Error) || !('constraint' in error)) throw error;
            await transaction.rollbackToSavepoint();
            told.push(String(error.constraint));
          }
        }
        return told;
      },
      (transaction) => Promise.all([1, 2, 3].map((n) => transaction.get('supplier', supplierId(n)))),
    );
    expect(codes).toEqual(['put', 'suppliers_organisation_number', 'suppliers_id', 'put']);
    expect(found).toEqual([aSupplier(1, taken), undefined, aSupplier(3)]);
  });

  test('keeps nothing of a transaction that ends with an error, and throws that error', async () => {
    await using under = await make();
    const failing = under.store.transaction(async (transaction) => {
      const { epoch } = await transaction.lockHead();
      await transaction.put('supplier', aSupplier(1));
      await transaction.append([anEntry(1)]);
      await transaction.keepCommand(aKeptCommand({ kind: 'parked', message: '' }));
      await transaction.keepDigest('reg:suppliers', withRow(emptyDigest, 'x', 1));
      await transaction.moveHead({ epoch, seq: 1 });
      throw undone;
    });
    await expect(failing).rejects.toBe(undone);
    const left = await under.store.transaction(async (transaction) => [
      await transaction.lockHead(),
      await transaction.get('supplier', supplierId(1)),
      await transaction.decided(commandId),
      await transaction.digest('reg:suppliers'),
    ]);
    expect(left).toEqual([{ epoch: 1, seq: 0 }, undefined, undefined, emptyDigest]);
  });

  test('keeps the head, the digests and the outcomes, these byte for byte', async () => {
    const outcome: Outcome = {
      kind: 'rejected',
      error: { code: 'odd', z: 1, a: 0.1, list: [1e21, -0.5, null], text: '\u0000 \u2028 😀 \ud800 "\\', nothing: {}, '': [] },
    };
    const digest = { rows: 3, sum: 2n ** 64n - 1n };
    const read = async (transaction: LogTransaction) => [
      await transaction.lockHead(),
      await transaction.digest('unit:a'),
      await transaction.digest('unit:b'),
      JSON.stringify(await transaction.decided(commandId)),
    ];
    const [during, after] = await inTurn(async (transaction) => {
      await transaction.lockHead();
      await transaction.append([anEntry(1), anEntry(2), anEntry(3)]);
      await transaction.keepCommand(aKeptCommand(outcome));
      await transaction.keepDigest('unit:a', emptyDigest);
      await transaction.keepDigest('unit:a', digest);
      await transaction.moveHead({ epoch: 7, seq: 3 });
      return (await read(transaction)).slice(1);
    }, read);
    const kept = [digest, emptyDigest, JSON.stringify({ outcome, seqLast: 3 })];
    expect(during).toEqual(kept);
    expect(after).toEqual([{ epoch: 7, seq: 3 }, ...kept]);
  });
});
