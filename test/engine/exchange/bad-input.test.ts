import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { judgeTable, openMapped } from '../../../src/main/engine/exchange/judge-table.ts';
import type { Day } from '../../../src/shared/base/day.ts';
import { type ExchangeMapping, type JudgedRow, openTally } from '../../../src/shared/domain/register-exchange/index.ts';
import { aFile, aWorkbook } from '../../make/tables.ts';
import { aFolder } from '../../make/workspace.ts';

/** What files of customers and of articles may have wrong, each row of them answered. Judged against an empty register; nothing is written. */

type Columns = readonly (readonly [field: string, transforms?: ExchangeMapping['columns'][number]['transforms']])[];
const mappingOf = (register: ExchangeMapping['register'], columns: Columns): ExchangeMapping => ({
  ...{ register, system: 'ekonomi', hasHeadings: true, encoding: null, delimiter: null, sheet: null },
  columns: columns.map(([field, transforms = []]) => ({ column: field, field, transforms })),
});
const customers = mappingOf('customers', [
  ...([['externalId'], ['name'], ['organisationNumber'], ['personalNumber'], ['postcode'], ['city'], ['street']] as const),
  ...([['eInvoiceAddress'], ['isProtected'], ['endedOn']] as const),
]);
const articles = mappingOf('articles', [
  ...([['number'], ['name'], ['unit'], ['priceFrom'], ['price'], ['vatCode'], ['account'], ['endedOn']] as const),
]);

async function judged(mapping: ExchangeMapping, path: string): Promise<readonly JudgedRow[]> {
  const table = await openMapped(path, mapping);
  const rows: JudgedRow[] = [];
  const nobody = { byOwnId: undefined, byExternalId: undefined, byNumber: undefined, elsewhere: [] };
  const lookUp = async (read: readonly unknown[]) => read.map(() => nobody);
  for await (const batch of judgeTable(table, mapping, {
    lookUp,
    today: '2026-11-25' as Day,
    mends: new Map(),
    judged: () => {},
  }))
    rows.push(...batch);
  table.close();
  return rows;
}
/** 'wrong wrong-check-digit@organisationNumber' */
const said = ({ verdict, findings }: JudgedRow): string =>
  [verdict, ...findings.map(({ code, field }) => (field === null ? code : `${code}@${field}`))].join(' ');
const textOf = (mapping: ExchangeMapping, lines: readonly string[]): string =>
  [mapping.columns.map(({ column }) => column).join(';'), ...lines].join('\r\n');
async function saidOf(mapping: ExchangeMapping, bytes: string | Buffer): Promise<readonly string[]> {
  using folder = aFolder();
  const path = await aFile(folder.path, 'a.csv', typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  return (await judged(mapping, path)).map(said);
}

// id; name; organisation number; personal number; postcode; city; street; e-invoice address; protected; ended
describe('customers: a row with', () => {
  test.each([
    ['nothing amiss', 'K1;Ett AB;556016-0680;;901 00;Umeå;Ågatan 1;0007:5560160680;nej;2026-12-31', 'new'],
    [
      'a wrong check digit in an organisation number',
      'K1;Ett AB;556016-0681;;;;;;;',
      'wrong wrong-check-digit@organisationNumber',
    ],
    ['a wrong check digit in a personal number', 'K1;Eva;;19121212-1213;;;;;;', 'wrong wrong-check-digit@personalNumber'],
    ['no birthday in a personal number', 'K1;Eva;;19121312-1212;;;;;;', 'wrong not-a-birthday@personalNumber'],
    ['a personal number among organisation numbers', 'K1;Eva;121212-1212;;;;;;;', 'wrong not-a-company@organisationNumber'],
    ['both numbers', 'K1;Ett AB;556016-0680;19121212-1212;;;;;;', 'wrong company-and-person@personalNumber'],
    ['a zero lost by a spreadsheet', 'K1;Ett AB;55601606;;;;;;;', 'wrong wrong-length@organisationNumber'],
    ['a number with an exponent', 'K1;Ett AB;5,56016E+09;;;;;;;', 'wrong not-digits@organisationNumber'],
    ['a wrong check digit in a Peppol id', 'K1;Ett AB;;;;;;0007:5560160681;;', 'wrong not-an-address@eInvoiceAddress'],
    ['a street and no town', 'K1;Ett AB;;;;;Ågatan 1;;;', 'wrong missing@city'],
    ['a formula for a name', 'K1;=HYPERLINK(1);556016-0680;;;;;;;', 'new formula-text@name'],
    ['an at sign before a name', 'K1;@SUM(1);556016-0680;;;;;;;', 'new formula-text@name'],
    ['a day as a number', 'K1;Ett AB;;;;;;;;45292', 'wrong not-a-day@endedOn'],
    ['a day that is none', 'K1;Ett AB;;;;;;;;2026-02-30', 'wrong not-a-day@endedOn'],
    ['neither yes nor no', 'K1;Ett AB;;;;;;;kanske;', 'wrong not-yes-or-no@isProtected'],
    ['no name', 'K1;;556016-0680;;;;;;;', 'wrong missing@name'],
    ['nothing to know it by', ';Ett AB;;;;;;;;', 'wrong no-identity'],
    ['a name longer than any', `K1;${'x'.repeat(201)};;;;;;;;`, 'wrong too-long@name'],
    ['a cell too few', 'K1;Ett AB;556016-0680;;;;;;', 'wrong too-few-cells'],
    ['a cell too many', 'K1;Ett AB;;;;;;;;;x', 'wrong too-many-cells'],
    ['a quote that is never closed', 'K1;"Ett AB;;;;;;;;', 'wrong quote-not-closed'],
    ['a character that is no text', 'K1;E\u0000tt AB;;;;;;;;', 'wrong unreadable-characters'],
  ])('%s', async (_, line, answer) => {
    const after = 'K2;Två AB;556036-0793;;;;;;;'; // no other row is touched
    expect(await saidOf(customers, `${textOf(customers, [line, after])}\r\n`)).toEqual([answer, 'new']);
  });

  test('columns that are mixed up are wrong row by row, and the columns are doubted', async () => {
    const lines = Array.from({ length: 10 }, (_, n) => `K${n};556016-0680;Ett AB;Umeå;Ågatan 1;901 00;;;;`);
    using folder = aFolder();
    const rows = await judged(customers, await aFile(folder.path, 'a.csv', Buffer.from(textOf(customers, lines))));
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['wrong']));
    const tally = openTally();
    for (const row of rows) tally.count(row);
    expect(tally.read().columnsInDoubt).toEqual(['organisationNumber', 'personalNumber']);
  });
});

// number; name; unit; from; price; VAT code; account; ended
describe('articles: a row with', () => {
  test.each([
    ['nothing amiss', 'A1;Timme;tim;2026-01-01;1 250,50;standard;3010;', 'new'],
    ['a price in words', 'A1;Timme;tim;2026-01-01;gratis;standard;3010;', 'wrong not-a-number@price'],
    ['a price that can be read in two ways', 'A1;Timme;tim;2026-01-01;1.234;standard;3010;', 'wrong two-readings@price'],
    ['a price in parts of an öre', 'A1;Timme;tim;2026-01-01;1,255;standard;3010;', 'wrong two-readings@price'],
    ['a price with more than two decimals', 'A1;Timme;tim;2026-01-01;0,2555;standard;3010;', 'wrong not-whole-ore@price'],
    ['a price below zero', 'A1;Timme;tim;2026-01-01;-10;standard;3010;', 'wrong below-zero@price'],
    ['a VAT code that nobody knows', 'A1;Timme;tim;2026-01-01;10;moms;3010;', 'wrong unknown-word@vatCode'],
    ['a rate that there is none of', 'A1;Timme;tim;2026-01-01;10;17 %;3010;', 'wrong unknown-word@vatCode'],
    ['an account in letters', 'A1;Timme;tim;2026-01-01;10;standard;trettio;', 'wrong wrong-length@account'],
    ['a day as a number', 'A1;Timme;tim;45292;10;standard;3010;', 'wrong not-a-day@priceFrom'],
    ['a day the American way', 'A1;Timme;tim;12/31/2026;10;standard;3010;', 'wrong not-a-day@priceFrom'],
    ['no unit', 'A1;Timme;;2026-01-01;10;standard;3010;', 'wrong missing@unit'],
    ['no number', ';Timme;tim;2026-01-01;10;standard;3010;', 'wrong no-identity'],
    ['half a price', 'A1;Timme;tim;;10;standard;3010;', 'wrong missing@priceFrom'],
    ['a formula for a name', 'A1;=1+1;tim;2026-01-01;10;standard;3010;', 'new formula-text@name'],
    ['a number longer than any', `${'9'.repeat(41)};Timme;tim;2026-01-01;10;standard;3010;`, 'wrong too-long@number'],
    ['a decimal comma in a text parted by commas', 'A1;Timme;tim;2026-01-01;10;standard;3010', 'wrong too-few-cells'],
  ])('%s', async (_, line, answer) => {
    const after = 'A2;Mat;st;2026-01-01;12;food;3020;';
    const answers = await saidOf(articles, `${textOf(articles, [line, after])}\r\n`);
    expect(answers).toEqual([answer, 'new']);
  });

  test('a day that a spreadsheet keeps as a number is read by the transform for it, and a decimal sign by its own', async () => {
    const told = mappingOf('articles', [
      ...([['number'], ['name'], ['unit'], ['priceFrom', [{ do: 'day-number' }]], ['price', [{ do: 'decimal-point' }]]] as const),
      ...([['vatCode'], ['account'], ['endedOn', [{ do: 'day-order', order: 'mdy' }]]] as const),
    ]);
    using folder = aFolder();
    const heads = told.columns.map(({ column }) => column);
    const path = await aWorkbook(folder.path, 'a.xlsx', [
      heads,
      ['A1', 'Timme', 'tim', '45292', '1,234.5', 'standard', '3010', '12/31/2026'],
    ]);
    const [row] = await judged(told, path);
    expect(row).toMatchObject({
      verdict: 'new',
      record: { prices: expect.stringContaining('2024-01-01'), endedOn: '2026-12-31' },
    });
  });
});

describe.each([
  ['customers', customers, ['K1;Åkeri Östermalm;556016-0680;;901 00;Umeå;Ågatan 1;;;', 'K2;Två AB;556036-0793;;;;;;;']],
  ['articles', articles, ['A1;Kött å ägg;st;2026-01-01;10;food;3010;', 'A2;Mat;st;2026-01-01;12;food;3020;']],
] as const)('%s', (_, mapping, lines) => {
  const text = `${textOf(mapping, lines)}\r\n`;

  test.each(['utf-8', 'utf-16le', 'windows-1252', 'cp437', 'cp850'])(
    'are read in %s, and no letter is another',
    async (encoding) => {
      using folder = aFolder();
      const bytes = encoding === 'utf-16le' ? iconv.encode(text, encoding, { addBOM: true }) : iconv.encode(text, encoding);
      const rows = await judged(mapping, await aFile(folder.path, 'a.csv', bytes));
      expect(rows.map(({ verdict, record }) => `${verdict} ${record.name}`)).toEqual(
        lines.map((line) => `new ${line.split(';')[1]}`),
      );
    },
  );

  test('in an encoding that is chosen wrong are refused row by row, and not taken with other letters', async () => {
    const wrongly = { ...mapping, encoding: 'utf-8' };
    expect((await saidOf(wrongly, iconv.encode(text, 'windows-1252')))[0]).toMatch(/^wrong unreadable-characters/);
  });

  test('of half a file are judged as far as it goes, and its last row says that it ends there', async () => {
    const whole = text.slice(0, -2);
    for (const cut of [4, 9, 14]) {
      const answers = await saidOf(mapping, whole.slice(0, -cut));
      expect(answers[0]).toMatch(/^new/);
      expect(answers[1]).toMatch(/^wrong .*(too-few-cells|file-ends-here)/);
    }
  });
});
