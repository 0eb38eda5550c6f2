import { expect, test } from 'vitest';
import { type ExchangeMapping, everythingRight } from '../../../src/shared/domain/register-exchange/index.ts';
import { anEngine } from '../../make/engine.ts';
import { dryRun, foundTwo, handOver, importAll, rowsOfJob, takeRows } from '../../make/exchange.ts';
import { aFolder } from '../../make/workspace.ts';

const mapping: ExchangeMapping = {
  ...{ register: 'suppliers', system: 'economy', hasHeadings: true, encoding: null, delimiter: ';', sheet: null },
  columns: ['externalId', 'name', 'organisationNumber', 'street', 'postcode', 'city', 'bankgiro'].map((field) => ({
    column: field,
    field,
    transforms: [],
  })),
};
const textOf = (...rows: readonly string[]): string =>
  `${mapping.columns.map(({ column }) => column).join(';')}\n${rows.join('\n')}\n`;

test('a dry run tells of new rows that would be twins, in the register and in the file itself, and of no others', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  await foundTwo(engine.page);
  await importAll(engine.page, 'a.csv', textOf('1;Lindbergs Måleri AB;556016-0680;Storgatan 1;111 22;Lund;'), mapping);
  const rows = [
    '2;Lindberg Maleri Aktiebolag;;Storgatan 1;11122;Lund;', // as somebody else wrote it
    '3;Eks Bygg AB;;Vägen 2;222 33;Umeå;991-1017',
    '4;Eks Byggnads AB;;Annan väg 9;222 33;Umeå;991-1017', // of the row before
    '5;Lindbergs Måleri AB;559010-1019;Storgatan 1;111 22;Lund;', // another company of the concern
    '1;Lindbergs Måleri AB;556016-0680;Storgatan 1;111 22;Lund;', // itself
  ];
  const { fileId } = await handOver(engine.page, 'b.csv', textOf(...rows));
  const judged = await dryRun(engine.page, fileId, mapping);
  const told = (await rowsOfJob(engine.page, judged)).map(({ verdict, findings }) => [
    verdict,
    findings.find(({ code }) => code === 'looks-like-twin')?.detail,
  ]);
  expect(told).toEqual([
    ['new', 'Lindbergs Måleri AB'],
    ['new', undefined],
    ['new', 'Eks Bygg AB'],
    ['new', undefined],
    ['unchanged', undefined],
  ]);
  expect(judged.tally).toMatchObject({ withWarnings: 2 });
  const taken = await takeRows(engine.page, judged, { ...everythingRight, withWarnings: false });
  expect((await rowsOfJob(engine.page, taken)).map(({ answer }) => answer)).toEqual([
    'left-out',
    'taken',
    'left-out',
    'taken',
    'unchanged',
  ]);
});
