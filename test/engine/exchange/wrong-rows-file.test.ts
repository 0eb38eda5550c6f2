import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../../src/main/engine/exchange/open-table.ts';
import type { ExchangeJob } from '../../../src/shared/contract/register-exchange.ts';
import { type ExchangeMapping, writtenAdapters } from '../../../src/shared/domain/register-exchange/index.ts';
import { anEngine } from '../../make/engine.ts';
import { dryRun, foundTwo, handOver, rowsOfJob, takeRows } from '../../make/exchange.ts';
import { aFolder } from '../../make/workspace.ts';

const words = {
  ...{ heading: 'Att rätta', row: 'Rad {row}', fields: { name: 'Namn' } },
  findings: { 'wrong-check-digit': 'Kontrollsiffran är fel.', missing: 'Ett värde saknas.', 'quote-not-closed': 'Trasig.' },
  ...{ refused: 'Nekad.', empty: 'Töm cellen.' },
};
const column = (name: string, field: string) => ({ column: name, field, transforms: [] });
const mapping: ExchangeMapping = {
  ...{ register: 'suppliers', system: null, hasHeadings: true, encoding: 'windows-1252', delimiter: ';', sheet: null },
  columns: [column('=Namn', 'name'), column('Orgnr', 'organisationNumber'), column('Telefon', 'phone')],
};
const right = 'Åkeri AB;556016-0680;0920-1;1';
const text = [
  '=Namn;Orgnr;Telefon;Övrigt',
  right,
  '"=HYPERLINK(""http://x"")";556036-0794;+46 920 1; -5 ',
  "'Citat AB;559010-1018;'0920;@SUM(A1)",
  ';556056-6258;;',
  '"Öppet AB;556074-7569;;',
].join('\r\n');
const asBytes = (content: string) => Buffer.from(content, 'latin1');

async function cellsOf(path: string, jobMapping: ExchangeMapping): Promise<string[][]> {
  const table = await openTable(path, { encoding: null, delimiter: jobMapping.delimiter, sheet: null });
  const cells: string[][] = [];
  for await (const batch of table.rows()) cells.push(...batch.map((row) => [...row.cells]));
  table.close();
  return cells;
}

describe.each(['csv', 'xlsx'] as const)('the wrong rows as %s', (kind) => {
  test('hold what stood in the file, run nothing, say what is amiss, and come in again when they are mended', async () => {
    using folder = aFolder();
    await using engine = await anEngine(folder.path);
    await foundTwo(engine.page);
    const write = async ({ jobId }: ExchangeJob) => {
      const made = await engine.page.task('exchange/write-wrong', { jobId, kind, words });
      return { ...made, path: engine.engine.parts.blobs.pathOf(made.sha256) };
    };
    const { fileId } = await handOver(engine.page, 'lista.csv', asBytes(text));
    const job = await dryRun(engine.page, fileId, mapping);
    expect(job.tally.verdicts).toMatchObject({ new: 1, wrong: 4 });
    const { path, rows, fileName } = await write(job);
    expect([rows, fileName.replace(/\d{4}-\d\d-\d\d/, 'D')]).toEqual([4, `lista-D.${kind}`]);

    const cells = await cellsOf(path, mapping);
    expect(cells).toEqual([
      ['wrong-rows-1 Att rätta', "'=Namn", 'Orgnr', 'Telefon', 'Övrigt'],
      ['Rad 3: Orgnr: Kontrollsiffran är fel.', `'=HYPERLINK("http://x")`, '556036-0794', "'+46 920 1", "'-5"],
      ['Rad 4: Orgnr: Kontrollsiffran är fel.', "''Citat AB", '559010-1018', "''0920", "'@SUM(A1)"],
      ['Rad 5: Namn: Ett värde saknas.', '', '556056-6258', '', ''],
      ['! Rad 6: Trasig. Töm cellen.', '"Öppet AB', '556074-7569', '', ''],
    ]);
    const runs = cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell));
    expect(runs).toEqual([]);

    // Taken in again as it is, each row says the same of itself, and the one that could not be read is still wrong.
    const again = await handOver(engine.page, fileName, await readFile(path));
    expect(again).toMatchObject({
      hasHeadings: true,
      columns: ['wrong-rows-1 Att rätta', '=Namn', 'Orgnr', 'Telefon', 'Övrigt'],
    });
    const same = await dryRun(engine.page, again.fileId, mapping);
    const codes = (await rowsOfJob(engine.page, same)).map(({ findings }) => findings.map(({ code }) => code).join());
    expect(codes).toEqual(['formula-text,wrong-check-digit', 'wrong-check-digit', 'missing', 'not-mended']);
    const twice = await write(same);
    expect((await cellsOf(twice.path, mapping)).map(([, ...rest]) => rest)).toEqual(cells.map(([, ...rest]) => rest));

    const mends: { readonly [row: number]: { readonly [column: string]: string } } = {
      2: { Orgnr: '556036-0793' },
      3: { Orgnr: '559010-1019' },
      4: { '=Namn': 'Nytt AB' },
      5: { '=Namn': 'Öppet AB', 'wrong-rows-1 Att rätta': '' },
    };
    for (const [row, made] of Object.entries(mends))
      expect(await engine.page.task('exchange/mend-row', { jobId: same.jobId, row: Number(row), cells: made })).toMatchObject({
        verdict: 'new',
      });
    const taken = await takeRows(engine.page, same);
    expect(taken.state).toMatchObject({ receipt: { answers: { taken: 4, wrong: 0 } } });
    const stored = engine.engine.parts.reader.prepare('SELECT name, phone FROM suppliers ORDER BY organisation_number').all();
    expect(stored).toEqual([
      { name: '=HYPERLINK("http://x")', phone: '+46 920 1' },
      { name: 'Nytt AB', phone: null },
      { name: 'Öppet AB', phone: null },
      { name: "'Citat AB", phone: "'0920" },
    ]);
    expect((await write(taken)).rows).toBe(0);
  });
});

test('a file without headings, and one in a format of ours, give wrong rows that their own mapping reads', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  await foundTwo(engine.page);
  const bare = {
    ...mapping,
    hasHeadings: false,
    encoding: null,
    columns: [column('A', 'name'), column('B', 'organisationNumber')],
  };
  const form = writtenAdapters.find(({ mapping: own }) => own.register === 'suppliers');
  if (form === undefined) throw new Error('no form');
  const heads = form.mapping.columns.map((one) => one.column);
  const cells = (values: { readonly [field: string]: string }) =>
    form.mapping.columns.map(({ field }) => values[field] ?? '').join(';');
  const ours = `${heads.join(';')}\r\n${cells({ name: "'=Åkeri", organisationNumber: '556016-0681' })}\r\n`;
  for (const [content, by, format] of [
    ['Åkeri AB;556016-0681\r\n', bare, null],
    [ours, form.mapping, form.format],
  ] as const) {
    const { fileId } = await handOver(engine.page, 'a.csv', content);
    const { jobId } = await dryRun(engine.page, fileId, by);
    const made = await engine.page.task('exchange/write-wrong', { jobId, kind: 'csv', words });
    const bytes = await readFile(engine.engine.parts.blobs.pathOf(made.sha256));
    const again = await handOver(engine.page, 'b.csv', bytes);
    expect(again.format).toBe(format);
    const [row, ...more] = await rowsOfJob(engine.page, await dryRun(engine.page, again.fileId, by));
    expect([row?.record.name, row?.findings.some(({ code }) => code === 'wrong-check-digit'), more]).toEqual([
      format === null ? 'Åkeri AB' : '=Åkeri',
      true,
      [],
    ]);
  }
});
