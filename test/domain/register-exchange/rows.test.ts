import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import {
  answerRow,
  type ExchangeMapping,
  everythingRight,
  judgeRow,
  type KnownRow,
  openTally,
  prepareCells,
  prepareRows,
  type ReadableRow,
  type RowFacts,
  suggestMapping,
} from '../../../src/shared/domain/register-exchange/index.ts';

const mapping: ExchangeMapping = {
  register: 'suppliers',
  system: 'economy',
  hasHeadings: true,
  encoding: null,
  delimiter: null,
  sheet: null,
  columns: [
    { column: 'Nr', field: 'id', transforms: [] },
    { column: 'Namn', field: 'name', transforms: [{ do: 'unguard' }] },
    { column: 'Orgnr', field: 'organisationNumber', transforms: [] },
    { column: 'BG', field: 'bankgiro', transforms: [] },
    { column: 'Ort', field: 'city', transforms: [] },
  ],
};
const columns = ['Nr', 'Namn', 'Orgnr', 'BG', 'Ort'];
const nobody: RowFacts = {
  byOwnId: undefined,
  byExternalId: undefined,
  byNumber: undefined,
  earlierRow: undefined,
  elsewhere: [],
};

function read(row: Partial<ReadableRow>) {
  const prepared = prepareRows(mapping, columns, '2026-11-25' as Day);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  return prepared.value({ row: 2, cells: [], ...row });
}
const judge = (cells: readonly string[], facts: Partial<RowFacts> = {}) =>
  judgeRow('suppliers', read({ cells }), { ...nobody, ...facts });
const codes = ({ findings }: { readonly findings: readonly { readonly code: string }[] }) => findings.map(({ code }) => code);
const id = '0190eeee-0000-7000-8000-000000000007';
const right = [id, 'Åkeri AB', '556016-0680', '991-1017', 'Umeå'];
const known: KnownRow = {
  id,
  record: { id, name: 'Åkeri AB', organisationNumber: '5560160680', bankgiro: '9911017', city: 'Umeå' },
  waiting: {},
};

describe('a row is judged', () => {
  test.each([
    ['new', right, {}, ['becomes-request']],
    ['unchanged', right, { byOwnId: known }, []],
    ['unchanged', right, { byNumber: known }, []],
    ['unchanged', [id, '', '', '', ''], { byOwnId: known }, []],
    ['changed', [id, 'Åkeri AB', '', '', 'Luleå'], { byOwnId: known }, []],
    ['changed', [id, 'Åkeri AB', '', '991-2346', ''], { byOwnId: known }, ['becomes-request']],
    [
      'unchanged',
      [id, 'Åkeri AB', '', '991-2346', ''],
      { byOwnId: { ...known, waiting: { bankgiro: '9912346' } } },
      ['waits-already'],
    ],
    ['wrong', [id, 'Åkeri AB', '556016-0681', '', ''], {}, ['wrong-check-digit']],
    ['wrong', [id, '', '556016-0680', '', ''], {}, ['missing']],
    ['wrong', ['', 'Åkeri AB', '', '', ''], {}, ['no-identity']],
    ['wrong', right, { earlierRow: 1 }, ['twice-in-file']],
    ['wrong', right, { byOwnId: known, byNumber: { ...known, id: 's2' } }, ['two-rows-match']],
    [
      'new',
      right,
      { elsewhere: [{ field: 'bankgiro', number: '9911017', name: 'Another' }] },
      ['number-elsewhere', 'becomes-request'],
    ],
    ['new', [id, '=HYPERLINK("x")', '556016-0680', '', ''], {}, ['formula-text']],
  ] as const)('%s %j', (verdict, cells, facts, expected) => {
    const judged = judge(cells, facts);
    expect(codes(judged)).toEqual(expected);
    expect(judged.verdict).toBe(verdict);
  });

  test.each([
    [{ cells: [id, 'Åkeri AB'] }, ['too-few-cells']],
    [{ cells: [...right, 'more'] }, ['too-many-cells']],
    [{ cells: [...right, ' '] }, []],
    [{ cells: right, fault: 'quote-not-closed' }, ['quote-not-closed']],
    [{ cells: right, endsFile: true }, ['file-ends-here']],
    [{ cells: right, formulas: [1] }, ['computed-cell']],
  ] as const)('%j', (row, expected) => {
    expect(codes(read(row))).toEqual(expected);
  });
});

describe('idempotence', () => {
  test('a row that has been taken is unchanged when it comes again', () => {
    const first = judge(right);
    const there: KnownRow = { id: 's9', record: first.record, waiting: {} };
    expect(judge(right, { byOwnId: there, byNumber: there })).toMatchObject({ verdict: 'unchanged', changes: [] });
  });

  test('a sensitive change that has been asked for is not asked for again', () => {
    const asked = judge([id, '', '559010-1019', '991-2346', ''], { byOwnId: known });
    expect(asked.changes.map(({ field, sensitive }) => [field, sensitive])).toEqual([
      ['organisationNumber', true],
      ['bankgiro', true],
    ]);
    const waiting = Object.fromEntries(asked.changes.map(({ field, after }) => [field, after]));
    expect(judge([id, '', '559010-1019', '991-2346', ''], { byOwnId: { ...known, waiting } })).toMatchObject({
      verdict: 'unchanged',
      changes: [],
    });
  });
});

describe('a choice of rows', () => {
  const changed = { ...judge([id, '', '', '', 'Luleå'], { byOwnId: known }), row: 5 };
  const warned = { ...judge(right, { elsewhere: [{ field: 'bankgiro', number: '9911017', name: 'Other' }] }), row: 6 };
  test.each([
    [judge(right), everythingRight, 'taken'],
    [judge(['', '', '', '', '']), everythingRight, 'wrong'],
    [judge(right, { byNumber: known }), everythingRight, 'unchanged'],
    [changed, { ...everythingRight, take: ['new'] }, 'left-out'],
    [changed, { ...everythingRight, exceptRows: [5] }, 'left-out'],
    [changed, { ...everythingRight, onlyRows: [6] }, 'left-out'],
    [warned, { ...everythingRight, withWarnings: false }, 'left-out'],
    [warned, { ...everythingRight, onlyRows: [6] }, 'taken'],
  ] as const)('%#', (judged, acceptance, answer) => {
    expect(answerRow(judged, acceptance)).toBe(answer);
  });
});

describe('a mapping', () => {
  test('that is not the columns of the file is refused, with all that is amiss', () => {
    const prepared = prepareRows(
      {
        ...mapping,
        system: null,
        columns: [
          { column: 'Nr', field: 'id', transforms: [] },
          { column: 'Gone', field: 'city', transforms: [] },
          { column: 'Ort', field: 'colour', transforms: [] },
          { column: 'BG', field: 'city', transforms: [] },
        ],
      },
      columns,
      '2026-11-25' as Day,
    );
    expect(prepared.ok ? [] : prepared.error).toEqual([
      { code: 'no-such-column', column: 'Gone' },
      { code: 'no-such-field', field: 'colour' },
      { code: 'field-twice', field: 'city' },
      { code: 'no-column-for', field: 'name' },
    ]);
  });

  test.each([
    [['Lev.nr', 'Leverantörsnamn', 'Org.nr', 'Bankgiro', 'Postadress', 'Postnr', 'Ort']],
    [['Supplier no', 'Supplier name', 'Organisation number', 'BG', 'Street', 'Zip', 'City']],
  ])('is suggested from headings %j', (headings) => {
    const samples = [['1', 'A AB', '5560160680', '991-1017', 'Gatan 1', '1234', 'Umeå']];
    const suggested = suggestMapping({ register: 'suppliers', headings, samples });
    expect(suggested.map(({ field, by }) => [field, by])).toEqual([
      ['name', 'heading'],
      ['organisationNumber', 'heading'],
      ['bankgiro', 'heading'],
      ['street', 'heading'],
      ['postcode', 'heading'],
      ['city', 'heading'],
    ]);
  });

  test('is suggested from values where nothing else can be meant, and never a giro by its digits', () => {
    const samples = [['991-1017', 'SE4550000000058398257466', 'SE556016068001']];
    const suggested = suggestMapping({ register: 'suppliers', headings: null, samples });
    expect(suggested.map(({ column, field, by }) => [column, field, by])).toEqual([
      ['B', 'iban', 'values'],
      ['C', 'vatNumber', 'values'],
    ]);
  });

  test('is suggested with what the cells need', () => {
    const [, number] = suggestMapping({ register: 'suppliers', headings: ['Namn', 'Bankgiro'], samples: [['A', 'BG 991-1017']] });
    expect(number).toMatchObject({ field: 'bankgiro', transforms: [{ do: 'only-digits' }], fits: 1 });
  });

  test('writes cells that it reads back', () => {
    const record = { id, name: '=1+1', organisationNumber: '5560160680', bankgiro: '9911017|9912346', city: 'Umeå' };
    const cells = prepareCells(mapping)(record);
    expect(cells).toEqual([id, "'=1+1", '556016-0680', '991-1017 | 991-2346', 'Umeå']);
    expect(read({ cells }).record).toEqual(record);
  });
});

test('an id of another system names a row, and must not differ', () => {
  const there: KnownRow = { id, record: { externalId: '7', name: 'A' }, waiting: {} };
  const row = { row: 2, record: { externalId: '8', name: 'A' }, findings: [] };
  expect(codes(judgeRow('suppliers', row, { ...nobody, byNumber: there }))).toEqual(['other-id-there']);
  expect(codes(judgeRow('suppliers', row, { ...nobody, byExternalId: { ...there, record: row.record } }))).toEqual([]);
});

test('one that was merged into another is changed there; what is blocked stays blocked for what it was', () => {
  const merged: KnownRow = { ...known, id: 's2', record: { ...known.record, blockedFor: 'Konkurs' }, wasMerged: true };
  const row = { row: 2, record: { ...known.record, blockedFor: 'Tvist' }, findings: [] };
  expect(judgeRow('suppliers', row, { ...nobody, byOwnId: merged })).toMatchObject({
    verdict: 'unchanged',
    id: 's2',
    findings: [{ code: 'merged-away' }, { code: 'stays-as-it-is', field: 'blockedFor' }],
  });
});

test('a tally counts verdicts and findings, and doubts a column that is mostly wrong', () => {
  const tally = openTally();
  for (const cells of [right, ['', 'B AB', 'Umeå', '', ''], ['', 'C AB', 'Luleå', '', '']]) tally.count(judge(cells));
  expect(tally.read()).toMatchObject({
    rows: 3,
    verdicts: { new: 1, changed: 0, unchanged: 0, wrong: 2 },
    findings: [
      { code: 'not-digits', column: 'Orgnr', rows: 2 },
      { code: 'becomes-request', column: 'bankgiro', rows: 1 },
    ],
    columnsInDoubt: ['Orgnr'],
  });
});
