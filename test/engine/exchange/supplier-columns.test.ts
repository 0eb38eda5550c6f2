import { expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import { type ExchangeMapping, writtenAdapters } from '../../../src/shared/domain/register-exchange/index.ts';
import { anEngine } from '../../make/engine.ts';
import { approveAll, exported, foundTwo, importAll, rowsOfJob } from '../../make/exchange.ts';
import { aFolder } from '../../make/workspace.ts';

const mappingOf = (system: string, fields: readonly string[]): ExchangeMapping => ({
  ...{ register: 'suppliers', system, hasHeadings: true, encoding: null, delimiter: ';', sheet: null },
  columns: fields.map((field) => ({ column: field, field, transforms: [] })),
});
const textOf = ({ columns }: ExchangeMapping, ...rows: readonly string[]): string =>
  `${columns.map(({ column }) => column).join(';')}\r\n${rows.join('\r\n')}\r\n`;

const all = mappingOf('economy', [
  ...['externalId', 'name', 'organisationNumber', 'gln', 'peppolId', 'street', 'city', 'addresses', 'phone', 'contacts'],
  ...['channel', 'channelAddress', 'channelStatus', 'channelTestedOn', 'channelTestResult', 'channelLiveOn'],
  ...['bankgiro', 'iban', 'bic', 'bankAccount', 'holder', 'paymentDays'],
]);
const full =
  'L-1;Åkeri AB;556016-0680;7300009053759;0007:5560160680;Gatan 1;Umeå;"invoice; Box 9; 901 00; Umeå; 2024-01-01";090-1;"Eva Ek; Reskontra; 090-2; eva@example.se";peppol;0007:5560160680;live;2024-01-02;passed;2024-02-01;991-1017;SE4550000000058398257466;ESSESESS;5001-1234563;Factoring AB;30';

test('every column of a supplier goes out, in and out again as the same bytes', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  const people = await foundTwo(engine.page);
  const job = await importAll(engine.page, 'a.csv', textOf(all, full), all);
  expect(
    (await rowsOfJob(engine.page, job)).map(({ findings }) => findings.filter(({ code }) => code !== 'becomes-request')),
  ).toEqual([[]]);
  await approveAll(engine.engine, people);
  const supplier = engine.engine.parts.reader.prepare('SELECT id, gln, peppol_id, e_invoice FROM suppliers').get() as {
    id: string;
  };
  expect(supplier).toMatchObject({ gln: '7300009053759', peppol_id: '0007:5560160680' });
  const numbers = await engine.engine.parts.store.find('paymentNumber', 'bySupplier', [supplier.id]);
  expect(numbers.map(({ kind, bic, holder }) => [kind, bic, holder]).sort()).toEqual([
    ['bank-account', undefined, 'Factoring AB'],
    ['bankgiro', undefined, 'Factoring AB'],
    ['iban', 'ESSESESS', 'Factoring AB'],
  ]);
  const again = await importAll(engine.page, 'a.csv', textOf(all, full), all);
  expect(again.tally.verdicts).toMatchObject({ unchanged: 1 });
  for (const { mapping } of writtenAdapters.filter((one) => one.mapping.register === 'suppliers')) {
    const blobOf = (sha256: string) => engine.engine.parts.blobs.pathOf(sha256);
    const first = await exported(engine.page, blobOf, mapping, 'csv');
    const back = await importAll(engine.page, 'b.csv', first, mapping);
    expect(back.tally.verdicts).toMatchObject({ unchanged: 1, changed: 0, wrong: 0 });
    expect(await exported(engine.page, blobOf, mapping, 'csv')).toEqual(first);
  }
});

test('the same organisation in two systems is one supplier with two ids, by which each system’s files find it first', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  await foundTwo(engine.page);
  const fields = ['externalId', 'name', 'organisationNumber', 'city'];
  const economy = mappingOf('economy', fields);
  const marketplace = mappingOf('marketplace', fields);
  await importAll(
    engine.page,
    'e.csv',
    textOf(economy, 'L-1;Åkeri AB;556016-0680;Umeå', 'L-2;Städ AB;559010-1019;Umeå'),
    economy,
  );
  const both = await importAll(engine.page, 'm.csv', textOf(marketplace, '77;Åkeri Aktiebolag;556016-0680;Umeå'), marketplace);
  expect(both.tally.verdicts).toMatchObject({ changed: 1, new: 0 });
  const ids = engine.engine.parts.reader
    .prepare(
      'SELECT name, system, external_id FROM supplier_external_ids i JOIN suppliers s ON s.id = i.supplier_id ORDER BY 2, 3',
    )
    .raw();
  expect(ids.all()).toEqual([
    ['Åkeri Aktiebolag', 'economy', 'L-1'],
    ['Städ AB', 'economy', 'L-2'],
    ['Åkeri Aktiebolag', 'marketplace', '77'],
  ]);
  const later = await importAll(
    engine.page,
    'm.csv',
    textOf(
      marketplace,
      '77;Åkeri i Umeå AB;;Umeå',
      'L-1;Annat AB;;Umeå', // of the other system: nobody here
      '77;Åkeri;559010-1019;Umeå', // says two suppliers
      '78;Åkeri;556016-0680;Umeå', // it has another id there
    ),
    marketplace,
  );
  expect((await rowsOfJob(engine.page, later)).map(({ verdict, findings }) => [verdict, findings[0]?.code])).toEqual([
    ['changed', undefined],
    ['new', undefined],
    ['wrong', 'twice-in-file'],
    ['wrong', 'other-id-there'],
  ]);
});

test('another holder, an organisation number and a new account of a known supplier wait; its channel and contacts do not', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  const people = await foundTwo(engine.page);
  await importAll(engine.page, 'a.csv', textOf(all, full), all);
  await approveAll(engine.engine, people);
  const some = mappingOf('economy', [
    'externalId',
    'name',
    'bankgiro',
    'contacts',
    'channel',
    'channelStatus',
    'channelTestResult',
  ]);
  const changed = await importAll(
    engine.page,
    'b.csv',
    textOf(
      some,
      'L-1;Åkeri AB;"991-1017; ; Annan Factoring AB | 5050-1055";"Eva Ek; Reskontra; 090-9; eva@example.se";portal;ended;passed',
    ),
    some,
  );
  expect(changed.state).toMatchObject({ receipt: { answers: { taken: 1 }, requests: 2 } });
  const { id } = engine.engine.parts.reader.prepare('SELECT id FROM suppliers').get() as { id: string };
  const supplier = await engine.engine.parts.store.get('supplier', id);
  expect(supplier).toMatchObject({
    contacts: [{ name: 'Eva Ek', purpose: 'Reskontra', phone: '090-9', email: 'eva@example.se' }],
    eInvoice: { channel: 'portal', status: 'ended', testedOn: '2024-01-02' },
  });
  const asked = await engine.engine.parts.store.find('registerChange', 'bySupplierAndState', [asId(id), 'pending']);
  expect(asked.map(({ wanted }) => [wanted.kind, 'to' in wanted ? wanted.to : ''])).toEqual(
    expect.arrayContaining([
      ['add-payment-number', ''],
      ['set-holder', 'Annan Factoring AB'],
    ]),
  );
  const again = await importAll(
    engine.page,
    'b.csv',
    textOf(some, 'L-1;Åkeri AB;"991-1017; ; Annan Factoring AB | 5050-1055";;;;'),
    some,
  );
  expect(again.tally.verdicts).toMatchObject({ unchanged: 1 });
});
