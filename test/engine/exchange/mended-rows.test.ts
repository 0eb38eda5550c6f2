import { expect, test } from 'vitest';
import type { ExchangeMapping } from '../../../src/shared/domain/register-exchange/index.ts';
import { anEngine } from '../../make/engine.ts';
import { dryRun, foundTwo, handOver, rowsOfJob, takeRows } from '../../make/exchange.ts';
import { aFolder } from '../../make/workspace.ts';

const mapping: ExchangeMapping = {
  ...{ register: 'suppliers', system: null, hasHeadings: true, encoding: null, delimiter: ';', sheet: null },
  columns: [
    { column: 'Namn', field: 'name', transforms: [] },
    { column: 'Orgnr', field: 'organisationNumber', transforms: [] },
    { column: 'BG', field: 'bankgiro', transforms: [] },
  ],
};
const text = 'Namn;Orgnr;BG\nÅkeri AB;556016-0681;991-1018\nStäd AB;559010-1019;\n;556036-0793;\n';

test('a wrong row can be mended where it is shown: it is judged again, and the mended row is what is taken', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  await foundTwo(engine.page);
  const { fileId } = await handOver(engine.page, 'a.csv', text);
  const job = await dryRun(engine.page, fileId, mapping);
  expect(job.tally).toMatchObject({ rows: 3, verdicts: { new: 1, wrong: 2 } });
  const mend = (row: number, cells: { readonly [column: string]: string }) =>
    engine.page.task('exchange/mend-row', { jobId: job.jobId, row, cells });
  expect(await mend(2, { Orgnr: '559010-1019' })).toMatchObject({ verdict: 'wrong' }); // another row's, and the bankgiro is still wrong
  expect(await mend(2, { Orgnr: '556016-0680' })).toMatchObject({
    verdict: 'wrong',
    findings: [{ code: 'wrong-check-digit', column: 'BG' }],
  });
  expect(await mend(2, { BG: '991-1017' })).toMatchObject({ verdict: 'new', record: { organisationNumber: '5560160680' } });
  expect(await mend(4, { Namn: 'Åkessons Åkeri AB' })).toMatchObject({ verdict: 'new' });
  await expect(mend(3, { Namn: 'X' })).rejects.toMatchObject({ code: 'not-found' }); // it was right
  await expect(mend(4, { Ort: 'X' })).rejects.toMatchObject({ code: 'not-found' });

  const after = await engine.page.query('exchange/job', { jobId: job.jobId });
  expect(after.tally).toMatchObject({ rows: 3, verdicts: { new: 3, wrong: 0 }, requests: 1, columnsInDoubt: [] });
  expect((await rowsOfJob(engine.page, after)).map(({ row, verdict }) => [row, verdict])).toEqual([
    [2, 'new'],
    [3, 'new'],
    [4, 'new'],
  ]);
  const taken = await takeRows(engine.page, after);
  expect(taken.state).toMatchObject({ receipt: { mendedRows: 2, answers: { taken: 3, wrong: 0 } } });
  const names = engine.engine.parts.reader.prepare('SELECT name FROM suppliers ORDER BY name').pluck().all();
  expect(names).toEqual(['Städ AB', 'Åkeri AB', 'Åkessons Åkeri AB']);
});
