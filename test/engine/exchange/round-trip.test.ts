import { describe, expect, test } from 'vitest';
import { type ExchangeMapping, exchangeAdapters } from '../../../src/shared/domain/register-exchange/index.ts';
import { anEngine, sitDown } from '../../make/engine.ts';
import { dryRun, exported, handOver, importAll, rowsOfJob, takeRows } from '../../make/exchange.ts';
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
  await sitDown(engine.page);
  const job = await importAll(engine.page, 'register.csv', foreignText(rows), foreign);
  expect(job.state.at).toBe('done');
  expect(job.tally.verdicts.new).toBeGreaterThan(rows / 2);
  return { ...engine, job };
}

describe('out, in, out again', () => {
  test.each(
    exchangeAdapters.flatMap(({ format, mapping }) => (['csv', 'xlsx'] as const).map((kind) => [format, kind, mapping] as const)),
  )('%s as %s gives the same bytes, in this workspace and in an empty one', async (_, kind, mapping) => {
    using folder = aFolder();
    using other = aFolder();
    await using full = await filledEngine(folder.path, 300);
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
    await sitDown(empty.page);
    const preview = await handOver(empty.page, `register.${kind}`, first);
    expect(preview.format).toBe(_);
    const taken = await takeRows(empty.page, await dryRun(empty.page, preview.fileId, mapping));
    expect(taken.tally.verdicts).toMatchObject({ changed: 0, unchanged: 0, wrong: 0 });
    expect(await exported(empty.page, (sha256) => empty.engine.parts.blobs.pathOf(sha256), mapping, kind)).toEqual(first);
  });
});

test('the same file twice changes nothing, and every row of it is answered', async () => {
  using folder = aFolder();
  await using engine = await filledEngine(folder.path, 200);
  const head = () => engine.engine.parts.reader.prepare('SELECT max(seq) AS seq FROM entry').get();
  const before = head();
  const again = await importAll(engine.page, 'register.csv', foreignText(200), foreign);
  expect(again.state).toMatchObject({ at: 'done', receipt: { isWhole: true, commandIds: [], answers: { taken: 0 } } });
  expect(head()).toEqual(before);
  const rows = await rowsOfJob(engine.page, again);
  expect(rows).toHaveLength(again.tally.rows);
  expect(new Set(rows.map(({ answer }) => answer))).toEqual(new Set(['unchanged']));
});
