import { describe, expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import { uuid } from '../../../src/shared/contract/uuid.ts';
import { type ExchangeMapping, writtenAdapters } from '../../../src/shared/domain/register-exchange/index.ts';
import { anEngine } from '../../make/engine.ts';
import {
  approveAll,
  dryRun,
  exported,
  foundTwo,
  handOver,
  importAll,
  pendingChanges,
  rowsOfJob,
  takeRows,
} from '../../make/exchange.ts';
import { aRegister } from '../../make/registers.ts';
import { aFolder } from '../../make/workspace.ts';

/** A foreign file as an economy system may give it: names that would run as formulas among them. */
const foreign: ExchangeMapping = {
  register: 'suppliers',
  system: null,
  hasHeadings: true,
  encoding: null,
  delimiter: null,
  sheet: null,
  columns: [
    { column: 'Namn', field: 'name', transforms: [] },
    { column: 'Orgnr', field: 'organisationNumber', transforms: [] },
    { column: 'Bankgiro', field: 'bankgiro', transforms: [{ do: 'split', by: ',' }] },
    { column: 'Plusgiro', field: 'plusgiro', transforms: [{ do: 'split', by: ',' }] },
    { column: 'IBAN', field: 'iban', transforms: [] },
    { column: 'Adress', field: 'street', transforms: [] },
    { column: 'Ort', field: 'city', transforms: [] },
  ],
};
const nasty = [
  '=HYPERLINK("http://x.example";"Åkeri")',
  '+46 AB',
  '-Minus & <Co>',
  '@Home AB',
  "'t Hoff BV",
  '_x000D_ AB',
  '"Citat" AB',
];

function foreignText(rows: number): string {
  const made = [...aRegister({ seed: 5, rows, twinShare: 0 })].filter(({ organisationNumber }) => organisationNumber !== null);
  const numbers = (list: (typeof made)[number]['paymentNumbers'], kind: string) =>
    list.flatMap((one) => (one.kind === kind ? [one.number] : [])).join(',');
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = made.map((one, place) =>
    [
      quoted(nasty[place] ?? one.name),
      one.organisationNumber,
      quoted(numbers(one.paymentNumbers, 'bankgiro')),
      quoted(numbers(one.paymentNumbers, 'plusgiro')),
      numbers(one.paymentNumbers, 'iban').split(',')[0],
      one.street,
      one.city,
    ].join(';'),
  );
  return `Namn;Orgnr;Bankgiro;Plusgiro;IBAN;Adress;Ort\r\n${lines.join('\r\n')}\r\n`;
}

async function filledEngine(workspace: string, rows: number) {
  const engine = await anEngine(workspace);
  const people = await foundTwo(engine.page);
  const job = await importAll(engine.page, 'register.csv', foreignText(rows), foreign);
  expect(job.state.at).toBe('done');
  expect(job.tally.verdicts.new).toBeGreaterThan(rows / 2);
  await approveAll(engine.engine, people);
  return { ...engine, people, job };
}

const suppliersForms = writtenAdapters.filter(({ mapping }) => mapping.register === 'suppliers');

describe('out, in, out again', () => {
  test.each(
    suppliersForms.flatMap(({ format, mapping }) => (['csv', 'xlsx'] as const).map((kind) => [format, kind, mapping] as const)),
  )('%s as %s gives the same bytes, in this workspace and in an empty one', async (_, kind, mapping) => {
    using folder = aFolder();
    using other = aFolder();
    await using full = await filledEngine(folder.path, 60);
    const blobsOf =
      ({ engine }: typeof full) =>
      (sha256: string) =>
        engine.parts.blobs.pathOf(sha256);
    const first = await exported(full.page, blobsOf(full), mapping, kind);
    if (kind === 'csv') for (const cell of first.toString().split(/[;,\r\n]/)) expect(cell).not.toMatch(/^"?[=+\-@\t]/);

    const again = await importAll(full.page, `register.${kind}`, first, mapping);
    expect(again.tally.verdicts).toMatchObject({ new: 0, changed: 0, wrong: 0 });
    expect(await exported(full.page, blobsOf(full), mapping, kind)).toEqual(first);

    await using empty = await anEngine(other.path);
    const people = await foundTwo(empty.page);
    const preview = await handOver(empty.page, `register.${kind}`, first);
    expect(preview.format).toBe(_);
    const taken = await takeRows(empty.page, await dryRun(empty.page, preview.fileId, mapping));
    expect(taken.tally.verdicts).toMatchObject({ changed: 0, unchanged: 0, wrong: 0 });
    await approveAll(empty.engine, people);
    expect(await exported(empty.page, (sha256) => empty.engine.parts.blobs.pathOf(sha256), mapping, kind)).toEqual(first);
  });
});

test('the same file twice changes nothing, and every row of it is answered', async () => {
  using folder = aFolder();
  await using engine = await filledEngine(folder.path, 60);
  const head = () => engine.engine.parts.reader.prepare('SELECT max(seq) AS seq FROM entry').get();
  const before = head();
  const again = await importAll(engine.page, 'register.csv', foreignText(60), foreign);
  expect(again.state).toMatchObject({ at: 'done', receipt: { isWhole: true, commandIds: [], answers: { taken: 0 } } });
  expect(head()).toEqual(before);
  const rows = await rowsOfJob(engine.page, again);
  expect(rows).toHaveLength(again.tally.rows);
  expect(new Set(rows.map(({ answer }) => answer))).toEqual(new Set(['unchanged']));
});

test('a file that comes again before anyone has approved asks for nothing twice', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  await foundTwo(engine.page);
  const first = await importAll(engine.page, 'register.csv', foreignText(60), foreign);
  const waiting = pendingChanges(engine.engine);
  expect(first.state).toMatchObject({ at: 'done', receipt: { requests: waiting.length } });
  expect(waiting.length).toBeGreaterThan(20);
  const again = await importAll(engine.page, 'register.csv', foreignText(60), foreign);
  expect(again.tally.verdicts).toMatchObject({ new: 0, changed: 0, wrong: 0 });
  expect(pendingChanges(engine.engine)).toEqual(waiting);
});

test('what a file wants of payment numbers, organisation number, terms and block waits; the importer cannot approve it', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  const people = await foundTwo(engine.page);
  const columns = ['id', 'name', 'organisationNumber', 'phone', 'bankgiro', 'paymentDays', 'blockedFor'].map((field) => ({
    column: field,
    field,
    transforms: [],
  }));
  const id = '0190eeee-0000-7000-8000-000000000001';
  const text = (row: string) => `${columns.map(({ column }) => column).join(';')}\n${row}\n`;
  const mapping = { ...foreign, columns };
  await importAll(engine.page, 'first.csv', text(`${id};Åkeri AB;556016-0680;090-1;991-1017;30;`), mapping);
  await approveAll(engine.engine, people);
  const supplier = () => engine.engine.parts.store.get('supplier', id);
  const before = await supplier();
  const changed = await importAll(engine.page, 'b.csv', text(`${id};Åkeri & Co AB;559010-1019;090-2;991-2346;60;Tvist`), mapping);
  expect(changed.state).toMatchObject({ receipt: { answers: { taken: 1 }, requests: 4 } });
  expect(await supplier()).toEqual({ ...before, rev: 2, name: 'Åkeri & Co AB', phone: '090-2' });
  const asked = await engine.engine.parts.store.find('registerChange', 'bySupplierAndState', [asId(id), 'pending']);
  expect(asked.map(({ wanted, source, requestedBy, ring }) => [wanted.kind, source.note, requestedBy, ring]).sort()).toEqual(
    ['add-payment-number', 'block', 'set-organisation-number', 'set-payment-days'].map((kind) => [
      kind,
      'b.csv',
      people.keeper,
      undefined, // the keeper put the telephone number there: it is nobody's to ring
    ]),
  );
  for (const { id: changeId } of asked) {
    const own = await engine.engine.parts.execute(asId(people.keeper), 'registers/decide-change', { changeId, refusal: null });
    expect(own.ok ? 'approved' : own.error.code).toMatch(/forbidden|four-eyes/);
  }
  await approveAll(engine.engine, people);
  expect(await supplier()).toMatchObject({ organisationNumber: '5590101019', paymentDays: 60, blockedFor: 'Tvist' });
});

test('a crafted command with values that no file could bring is refused as a whole', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  await foundTwo(engine.page);
  const send = (record: { readonly [field: string]: string }) =>
    engine.page.execute('registers/import-rows', {
      ...{ register: 'suppliers', system: null, unitId: null, importId: uuid(), fileName: 'x' },
      rows: [
        { row: 1, record: { name: 'Right AB', organisationNumber: '5560160680' }, ids: [uuid()] },
        { row: 2, record, ids: [uuid(), uuid()] },
      ],
    });
  for (const record of [
    { name: 'A', organisationNumber: '5560160681' },
    { name: 'A', organisationNumber: '559010-1019' },
    { name: 'A' },
    { name: 'A', organisationNumber: '5590101019', mergedInto: uuid() },
    { name: 'A', organisationNumber: '5560160680' },
  ])
    expect(await send(record)).toMatchObject({ ok: false, error: { code: expect.stringMatching(/rows-refused|not-unique/) } });
  expect(await engine.page.query('suppliers/list', { search: '', limit: 10 })).toEqual([]);
});
