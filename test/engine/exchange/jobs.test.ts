import { describe, expect, test } from 'vitest';
import { uuid } from '../../../src/shared/contract/uuid.ts';
import { type ExchangeMapping, everythingRight } from '../../../src/shared/domain/register-exchange/index.ts';
import { anEngine, until } from '../../make/engine.ts';
import { dryRun, foundTwo, handOver, importAll, rowsOfJob, settled, takeRows } from '../../make/exchange.ts';
import { aRegister } from '../../make/registers.ts';
import { aFolder } from '../../make/workspace.ts';

const mapping: ExchangeMapping = {
  register: 'suppliers',
  system: null,
  hasHeadings: true,
  encoding: null,
  delimiter: null,
  sheet: null,
  columns: [
    { column: 'Namn', field: 'name', transforms: [] },
    { column: 'Orgnr', field: 'organisationNumber', transforms: [] },
    { column: 'Ort', field: 'city', transforms: [] },
  ],
};
const lines = (rows: number): readonly string[] =>
  [...aRegister({ seed: 9, rows, twinShare: 0 })].flatMap(({ name, organisationNumber, city }) =>
    organisationNumber === null ? [] : [`${name};${organisationNumber};${city}`],
  );
const text = (rows: readonly string[]): string => `Namn;Orgnr;Ort\n${rows.join('\n')}\n`;

describe('a job', () => {
  test('can be cancelled: what was taken stands, the receipt says so, and the same file again takes the rest', async () => {
    using folder = aFolder();
    await using engine = await anEngine(folder.path);
    await foundTwo(engine.page);
    const all = lines(12_000);
    const { fileId } = await handOver(engine.page, 'a.csv', text(all));
    const judged = await dryRun(engine.page, fileId, mapping);
    const { jobId } = await engine.page.task('exchange/start-import', {
      jobId: judged.jobId,
      acceptance: everythingRight as never,
    });
    await until(async () => (await engine.page.query('exchange/job', { jobId })).rowsDone > 0);
    await engine.page.task('exchange/cancel', { jobId });
    const stopped = await settled(engine.page, judgedAs(jobId, judged));
    if (stopped.state.at !== 'cancelled' || stopped.state.receipt === null) throw new Error(stopped.state.at);
    const { taken } = stopped.state.receipt.answers;
    const there = () => engine.engine.parts.reader.prepare('SELECT count(*) FROM suppliers').pluck().get();
    expect(stopped.state.receipt.isWhole).toBe(false);
    expect(taken).toBeLessThan(all.length);
    expect(there()).toBe(taken);
    const rest = await importAll(engine.page, 'a.csv', text(all), mapping);
    expect(rest.state).toMatchObject({ receipt: { isWhole: true, answers: { taken: all.length - taken, unchanged: taken } } });
    expect(there()).toBe(all.length);
  });

  test('takes what a person chose and answers every row, also those that are wrong', async () => {
    using folder = aFolder();
    await using engine = await anEngine(folder.path);
    await foundTwo(engine.page);
    const [a = '', b = '', c = ''] = lines(20);
    const { fileId } = await handOver(engine.page, 'a.csv', text([a, 'Fel AB;5560160681;X', b, a, 'Kort', c]));
    const judged = await dryRun(engine.page, fileId, mapping);
    const job = await takeRows(engine.page, judged, { ...everythingRight, exceptRows: [7] });
    const rows = await rowsOfJob(engine.page, job);
    expect(rows.map(({ row, answer, findings }) => [row, answer, findings[0]?.code])).toEqual([
      [2, 'taken', undefined],
      [3, 'wrong', 'wrong-check-digit'],
      [4, 'taken', undefined],
      [5, 'wrong', 'twice-in-file'],
      [6, 'wrong', 'too-few-cells'],
      [7, 'left-out', undefined],
    ]);
    const page = await engine.page.query('exchange/rows', { jobId: job.jobId, from: 0, limit: 2, verdicts: ['wrong'] });
    expect([page.rows.map(({ row }) => row), page.next]).toEqual([[3, 5], 4]);
  });

  test('finds again the rows that wait for a second person, and those with warnings', async () => {
    using folder = aFolder();
    await using engine = await anEngine(folder.path);
    await foundTwo(engine.page);
    const [a = '', b = '', c = ''] = lines(20);
    const columns = [...mapping.columns, { column: 'BG', field: 'bankgiro', transforms: [] }];
    const { fileId } = await handOver(
      engine.page,
      'a.csv',
      `Namn;Orgnr;Ort;BG\n${a};\n${b};5050-1055\n=Ett+Två AB;;Ort;5050-1055\n${c};5050-1055\n`,
    );
    const { jobId, tally } = await dryRun(engine.page, fileId, { ...mapping, columns });
    const marked = async (mark: 'requests' | 'warnings', verdicts: readonly 'new'[] | null = null) =>
      (
        await engine.page.query('exchange/rows', {
          ...{ jobId, from: 0, limit: 10, mark },
          verdicts: verdicts === null ? null : [...verdicts],
        })
      ).rows.map(({ row }) => row);
    expect(await marked('requests')).toEqual([3, 5]);
    expect(await marked('requests', ['new'])).toEqual([3, 5]);
    expect(await marked('warnings')).toEqual([4, 5]); // the latter has the bankgiro of row 3, and so may be its twin
    expect(await marked('warnings', ['new'])).toEqual([5]);
    expect(tally).toMatchObject({ requests: 2, withWarnings: 2 });
  });

  test('says why nothing of a file was read', async () => {
    using folder = aFolder();
    await using engine = await anEngine(folder.path);
    await foundTwo(engine.page);
    const { fileId } = await handOver(engine.page, 'a.csv', text(lines(5)));
    const refused = await dryRun(engine.page, fileId, {
      ...mapping,
      columns: [...mapping.columns, { column: 'Telefon', field: 'phone', transforms: [] }],
    });
    expect(refused.state).toMatchObject({
      at: 'refused',
      refusal: { code: 'mapping-refused', faults: [{ code: 'no-such-column', column: 'Telefon' }] },
    });
    const empty = await engine.page.task('exchange/take-file', { name: 'x.csv', bytes: new Uint8Array(), register: 'suppliers' });
    expect(empty).toMatchObject({ ok: false, error: { code: 'file-empty' } });
    await expect(engine.page.query('exchange/job', { jobId: uuid() })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is nobody’s who may not keep the register', async () => {
    using folder = aFolder();
    await using engine = await anEngine(folder.path);
    const { approver } = await foundTwo(engine.page);
    await engine.page.task('session/choose-person', { personId: approver as never });
    const taking = engine.page.task('exchange/take-file', { name: 'x.csv', bytes: new Uint8Array([65]), register: 'suppliers' });
    await expect(taking).rejects.toMatchObject({ code: 'forbidden' });
  });
});

test('mappings are kept under a name, for one person or for all, and outlive the program', async () => {
  using folder = aFolder();
  {
    await using engine = await anEngine(folder.path);
    await foundTwo(engine.page);
    await engine.page.task('exchange/save-mapping', { name: 'Ekonomi', mine: false, mapping: mapping as never });
    await engine.page.task('exchange/save-mapping', { name: 'Min egen', mine: true, mapping: mapping as never });
  }
  await using engine = await anEngine(folder.path);
  const people = (await engine.page.query('session/read', {})).people;
  const [anna, bo] = people;
  await engine.page.task('session/choose-person', { personId: anna?.id ?? '' });
  const list = () => engine.page.query('exchange/mappings', { register: 'suppliers' });
  expect(await list()).toEqual([
    { name: 'Ekonomi', mine: false, mapping },
    { name: 'Min egen', mine: true, mapping },
  ]);
  await engine.page.task('exchange/drop-mapping', { name: 'Ekonomi', mine: false, register: 'suppliers' });
  expect((await list()).map(({ name }) => name)).toEqual(['Min egen']);
  await engine.page.task('session/choose-person', { personId: bo?.id ?? '' });
  expect(await list()).toEqual([]);
});

const judgedAs = <Job extends { readonly jobId: string }>(jobId: string, job: Job): Job => ({ ...job, jobId });
