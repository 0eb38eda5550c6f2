import { describe, expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import { type ExchangeMapping, writtenAdapters } from '../../../src/shared/domain/register-exchange/index.ts';
import { anEngine } from '../../make/engine.ts';
import { dryRun, exported, foundTwo, handOver, importAll, rowsOfJob, takeRows } from '../../make/exchange.ts';
import { aFolder } from '../../make/workspace.ts';

const columns = (fields: readonly string[]) => fields.map((field) => ({ column: field, field, transforms: [] }));
const mappingOf = (register: ExchangeMapping['register'], fields: readonly string[]): ExchangeMapping => ({
  ...{ register, system: 'economy', hasHeadings: true, encoding: null, delimiter: ';', sheet: null },
  columns: columns(fields),
});
const textOf = ({ columns: heads }: ExchangeMapping, rows: readonly string[]): string =>
  `${heads.map(({ column }) => column).join(';')}\r\n${rows.join('\r\n')}\r\n`;

const customers = mappingOf('customers', [
  ...['externalId', 'name', 'otherNames', 'organisationNumber', 'personalNumber', 'street', 'postcode', 'city'],
  ...['addresses', 'eInvoiceAddress', 'isProtected', 'endedOn'],
]);
const customerRows = [
  'K1;"=1+1 ""AB""; Åkeri";"Gamla | namnet";556016-0680;;Storgatan 1;111 22;Stockholm;"faktura; Box 1\\s 2; 123 45; Umeå; 2024-01-01; 2024-12-31 | leverans; Hamnen 2; ; Umeå";0007:5560160680;;',
  'K2;Eva Ek;;;19121212-1212;Hemliga vägen 1;222 22;Lund;;;ja;2026-12-31',
  'K3;Bo Ek;;;640823-3234;;;;;;;',
];
const articles = mappingOf('articles', [
  'number',
  'name',
  'unit',
  'priceFrom',
  'price',
  'vatCode',
  'account',
  'prices',
  'endedOn',
]);
const articleRows = [
  'A1;"@Plats; per timme";tim;2024-01-01;1 250,50;standard;3010;2025-01-01; 1300; 25; 3010;'.replace(
    '2025-01-01; 1300; 25; 3010;',
    '"2025-01-01; 1300; 25; 3010";',
  ),
  'A2;Mat;st;2026-01-01;12,00;livsmedel;3020;;2027-01-31',
];
const made = {
  customers: { mapping: customers, rows: customerRows },
  articles: { mapping: articles, rows: articleRows },
} as const;

describe.each(['customers', 'articles'] as const)('%s', (register) => {
  const { mapping, rows } = made[register];
  const forms = writtenAdapters.filter((one) => one.mapping.register === register);

  test.each(forms.flatMap((one) => (['csv', 'xlsx'] as const).map((kind) => [one.format, kind, one] as const)))(
    '%s as %s gives the same bytes out, in and out again, also in an empty workspace',
    async (format, kind, { mapping: form }) => {
      using folder = aFolder();
      using other = aFolder();
      await using full = await anEngine(folder.path);
      await foundTwo(full.page);
      const job = await importAll(full.page, 'a.csv', textOf(mapping, rows), mapping);
      expect(job.tally).toMatchObject({ verdicts: { new: rows.length, wrong: 0 } });
      expect(job.state).toMatchObject({ at: 'done', receipt: { answers: { taken: rows.length } } });
      const blobOf = (sha256: string) => full.engine.parts.blobs.pathOf(sha256);
      const first = await exported(full.page, blobOf, form, kind, 'Flytt till nytt system');

      const again = await importAll(full.page, `a.${kind}`, first, form);
      expect(again.tally.verdicts).toEqual({ new: 0, changed: 0, unchanged: rows.length, wrong: 0 });
      expect(await exported(full.page, blobOf, form, kind, 'Flytt till nytt system')).toEqual(first);

      await using empty = await anEngine(other.path);
      await foundTwo(empty.page);
      const preview = await handOver(empty.page, `a.${kind}`, first, register);
      expect(preview.format).toBe(format);
      const taken = await takeRows(empty.page, await dryRun(empty.page, preview.fileId, form));
      expect(taken.tally.verdicts).toEqual({ new: rows.length, changed: 0, unchanged: 0, wrong: 0 });
      const theirs = (sha256: string) => empty.engine.parts.blobs.pathOf(sha256);
      expect(await exported(empty.page, theirs, form, kind, 'Flytt till nytt system')).toEqual(first);
    },
  );

  test('the same file twice changes nothing', async () => {
    using folder = aFolder();
    await using engine = await anEngine(folder.path);
    await foundTwo(engine.page);
    await importAll(engine.page, 'a.csv', textOf(mapping, rows), mapping);
    const head = () => engine.engine.parts.reader.prepare('SELECT max(seq) AS seq FROM entry').get();
    const before = head();
    const again = await importAll(engine.page, 'a.csv', textOf(mapping, rows), mapping);
    expect(again.state).toMatchObject({ receipt: { commandIds: [], answers: { unchanged: rows.length } } });
    expect(head()).toEqual(before);
  });
});

describe("a person's number", () => {
  test('is covered in the preview, in judged rows and their findings, also where it is wrong', async () => {
    using folder = aFolder();
    await using engine = await anEngine(folder.path);
    await foundTwo(engine.page);
    const preview = await handOver(
      engine.page,
      'a.csv',
      textOf(customers, [...customerRows, 'K4;Fel Ek;;;19121212-1213;;;;;;;']),
      'customers',
    );
    expect(JSON.stringify(preview.rows)).not.toMatch(/1212-?121[23]|3234/);
    const job = await takeRows(engine.page, await dryRun(engine.page, preview.fileId, customers));
    const rows = await rowsOfJob(engine.page, job);
    expect(rows.map(({ answer }) => answer)).toEqual(['taken', 'taken', 'taken', 'wrong']);
    expect(JSON.stringify([rows, job])).not.toMatch(/1212-?121[23]|3234/);
    expect(JSON.stringify(rows)).toContain('19121212-••••');
    const [, eva] = rows;
    const stored = engine.engine.parts.reader.prepare('SELECT personal_number FROM customers WHERE name = ?').pluck();
    expect([stored.get('Eva Ek'), stored.get('Bo Ek')]).toEqual(['191212121212', '196408233234']);
    expect(eva?.findings).toEqual([]);
  });

  test('and a protected address are written only when asked for with a reason, which each of those customers then bears', async () => {
    using folder = aFolder();
    await using engine = await anEngine(folder.path);
    const { keeper } = await foundTwo(engine.page);
    await importAll(engine.page, 'a.csv', textOf(customers, customerRows), customers);
    const [form] = writtenAdapters.filter(({ mapping }) => mapping.register === 'customers');
    if (form === undefined) throw new Error('no form');
    const blobOf = (sha256: string) => engine.engine.parts.blobs.pathOf(sha256);
    const write = async (reason: string | null) => (await exported(engine.page, blobOf, form.mapping, 'csv', reason)).toString();
    const revealed = () =>
      engine.engine.parts.reader
        .prepare("SELECT actor, event ->> 'reason' AS reason FROM events WHERE type = 'personal-number-revealed'")
        .all();
    expect(await write(null)).not.toMatch(/121212|3234|Hemliga/);
    expect(revealed()).toEqual([]);
    expect(await write('Flytt')).toMatch(/191212121212[\s\S]*|Hemliga/);
    expect(revealed()).toEqual([
      { actor: keeper, reason: 'Flytt' },
      { actor: keeper, reason: 'Flytt' },
    ]);
  });
});

test('what a file says of prices and addresses is added; what an article is called stays', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  await foundTwo(engine.page);
  await importAll(engine.page, 'a.csv', textOf(articles, articleRows), articles);
  const dearer = [
    'A1;Annat namn;st;2026-01-01;1400;standard;3010;;',
    'A2;Mat;st;2028-01-01;13;food;3020;;',
    'A3;Ny;st;;10;zero;3010;;',
  ];
  const job = await importAll(engine.page, 'b.csv', textOf(articles, dearer), articles);
  const rows = await rowsOfJob(engine.page, job);
  expect(rows.map(({ verdict, findings }) => [verdict, ...findings.map(({ code, field }) => `${code} ${field}`)])).toEqual([
    ['changed', 'stays-as-it-is name', 'stays-as-it-is unit'],
    ['wrong', 'article-ended prices'],
    ['wrong', 'missing priceFrom'],
  ]);
  const article = engine.engine.parts.reader.prepare('SELECT id, name, unit FROM articles WHERE number = ?').get('A1') as {
    id: string;
  };
  expect(article).toMatchObject({ name: '@Plats; per timme', unit: 'tim' });
  const prices = await engine.engine.parts.store.find('articlePrice', 'byArticle', [asId(article.id)]);
  expect(prices.map(({ fromDay, priceOre }) => [fromDay, priceOre]).sort()).toEqual([
    ['2024-01-01', 125_050],
    ['2025-01-01', 130_000],
    ['2026-01-01', 140_000],
  ]);
});

test('nobody takes in or writes out a register that they do not keep', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  const { approver } = await foundTwo(engine.page);
  await engine.page.task('session/choose-person', { personId: asId(approver) });
  for (const register of ['customers', 'articles'] as const) {
    await expect(handOver(engine.page, 'a.csv', 'x', register)).rejects.toMatchObject({ code: 'forbidden' });
    const [form] = writtenAdapters.filter(({ mapping }) => mapping.register === register);
    const input = { mapping: form?.mapping as never, kind: 'csv', unitId: null, reason: null } as const;
    await expect(engine.page.task('exchange/export', input)).rejects.toMatchObject({ code: 'forbidden' });
  }
  const rows = [
    { row: 1, record: { name: 'X AB', organisationNumber: '5560160680' }, ids: ['0190eeee-0000-7000-8000-000000000001'] },
  ];
  const part = { system: null, unitId: null, importId: '0190eeee-0000-7000-8000-000000000002', fileName: 'x', rows };
  expect(await engine.page.execute('registers/import-customers', { ...part, register: 'customers' })).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(await engine.page.execute('registers/import-articles', { ...part, register: 'articles' })).toMatchObject({
    error: { code: 'forbidden' },
  });
});

test('a customer is found again by its id in the system of the file, and one id is one customer in each register', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  await foundTwo(engine.page);
  const named = mappingOf('customers', ['externalId', 'name', 'organisationNumber']);
  const take = (rows: readonly string[], mapping = named) =>
    importAll(engine.page, 'a.csv', textOf(mapping, rows), mapping).then((job) => rowsOfJob(engine.page, job));
  const verdicts = async (rows: readonly string[], mapping = named) =>
    (await take(rows, mapping)).map(({ verdict, findings }) => [verdict, ...findings.map(({ code }) => code)]);

  expect(await verdicts(['K1;Åkeri AB;', 'K2;Berg AB;556016-0680'])).toEqual([['new'], ['new']]);
  expect(await verdicts(['K1;Åkeri i Umeå AB;', 'K2;Berg AB;556016-0680', 'K1;Åkeri AB;'])).toEqual([
    ['changed'],
    ['unchanged'],
    ['wrong', 'twice-in-file'],
  ]);
  expect(await verdicts(['K1;Åkeri i Umeå AB;556016-0680', 'K9;Berg AB;556016-0680'])).toEqual([
    ['wrong', 'two-rows-match'],
    ['wrong', 'other-id-there'],
  ]);
  expect(await verdicts(['K1;Ett annat;'], { ...named, system: 'marketplace' })).toEqual([['new']]);

  const facts = { name: 'Ny', otherNames: [], organisationNumber: null, personalNumber: null, addresses: [] };
  const made = (unitId: string | null, customerId: string) =>
    engine.page.execute('customers/register', {
      ...{ ...facts, customerId: asId<'customer'>(customerId), eInvoiceAddress: null, isProtected: false, unitId },
      externalIds: [{ system: 'economy', id: 'K1' }],
    });
  expect(await made(null, '0190c110-0000-7000-8000-0000000000a1')).toMatchObject({
    error: { code: 'taken-id', name: 'Åkeri i Umeå AB' },
  });
  expect(await made('north', '0190c110-0000-7000-8000-0000000000a2')).toMatchObject({ ok: true });
});
