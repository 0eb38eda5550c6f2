import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { importWarningList } from '../../src/cli/import-warning-list.ts';
import { readWarningList } from '../../src/main/engine/supplier-control/read-warning-list.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { decideWarningListImport } from '../../src/shared/domain/supplier-control/index.ts';
import { anEngine } from '../make/engine.ts';
import { aFolder } from '../make/workspace.ts';
import { founders, keeper } from '../server/door-cast.ts';

const text = 'Namn;Organisationsnummer;Bankgiro;Plusgiro\r\nBlåsa & Åka AB;556677-8899;991-2346;\r\n"Räven; i hönshuset";;;\r\n';

async function read(bytes: Uint8Array | string) {
  using folder = aFolder();
  const path = join(folder.path, 'lista');
  writeFileSync(path, bytes);
  return await readWarningList(path);
}

describe('the file of a warning list', () => {
  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', iconv.encode(text, 'utf16le', { addBOM: true })],
    ['windows-1252', iconv.encode(text, 'win1252')],
    ['cp850', iconv.encode(text, 'cp850')],
    ['utf-8', Buffer.from(text.replaceAll(';', '\t').replace('Räven\t', 'Räven;'))],
    ['utf-8', Buffer.from(text.replace('Namn;Organisationsnummer;Bankgiro', 'företag;Org.nr;BG'))],
  ])('is read in %s, whatever its signs', async (encoding, bytes) => {
    const list = await read(bytes);
    expect(list).toMatchObject({ ok: true, encoding, faulty: 0 });
    expect(list.ok && list.lines.map(({ id: _, ...line }) => line)).toEqual([
      { name: 'Blåsa & Åka AB', organisationNumber: '5566778899', bankgiro: '9912346', plusgiro: null },
      { name: 'Räven; i hönshuset', organisationNumber: null, bankgiro: null, plusgiro: null },
    ]);
  });

  test('a wrong line is left out and said; the others stand', async () => {
    const lines = [
      'Namn;Orgnr;Bankgiro',
      'Rätt AB;5566778899;',
      ';5566778899;',
      'Fel AB;5566778890;',
      'Giro AB;;123',
      'Två AB;;',
    ];
    const list = await read(lines.join('\n'));
    expect(list).toMatchObject({
      ok: true,
      faulty: 3,
      faults: [
        { row: 3, fault: 'name-missing' },
        { row: 4, fault: 'wrong-organisation-number' },
        { row: 5, fault: 'wrong-bankgiro' },
      ],
    });
    expect(list.ok && list.lines.map(({ name }) => name)).toEqual(['Rätt AB', 'Två AB']);
  });

  test.each([
    ['', 'file-empty'],
    ['Namn;Orgnr\n', 'no-lines'],
    ['Leverantör;Orgnr\nA AB;\n', 'no-name-column'],
    ['%PDF-1.7', 'unknown-kind'],
    [`Namn;Orgnr\n${'A AB;\n'.repeat(5_001)}`, 'too-many-lines'],
    [`Namn;Orgnr\n${`${'Å'.repeat(190)};\n`.repeat(4_000)}`, 'too-many-lines'],
    ['x'.repeat(5_000_001), 'too-large'],
  ])('one that is none is refused whole: %#', async (bytes, fault) => {
    expect(await read(bytes)).toEqual({ ok: false, fault });
  });

  test('whatever a file holds, it is answered, and what is taken is in the form that a command takes', async () => {
    const heading = fc.constantFrom('Namn;Orgnr;BG;PG', 'namn,bankgiro', 'Namn', 'x;y', '"Namn";"Orgnr"');
    const line = fc.oneof(
      fc.string({ maxLength: 60, unit: 'binary' }),
      fc.constantFrom('A AB;5566778899;;', '"', ';;;', '\u0000;\u0000'),
    );
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          {
            weight: 4,
            arbitrary: fc
              .tuple(heading, fc.array(line, { maxLength: 12 }))
              .map(([first, rest]) => Buffer.from([first, ...rest].join('\n'))),
          },
          { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
        ),
        async (bytes) => {
          const list = await read(bytes);
          if (!list.ok) return;
          taken += list.lines.length;
          for (const { name, organisationNumber, bankgiro, plusgiro } of list.lines) {
            expect(name.trim()).toBe(name);
            expect(name.length).toBeGreaterThan(0);
            expect(name.length).toBeLessThanOrEqual(200);
            expect(name.isWellFormed() && !name.includes('\u0000')).toBe(true);
            for (const number of [organisationNumber, bankgiro, plusgiro]) expect(number ?? '1').toMatch(/^\d+$/);
          }
          const asked = { list: 'l', source: 's', asOf: '2026-11-22' as never, lines: list.lines };
          expect(decideWarningListImport([], asked).ok).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});

test('import-warning-list: judged first, then taken in; who is gone from the next edition is lifted', async () => {
  using folder = aFolder();
  {
    await using seat = await anEngine(folder.path);
    await seat.page.execute('access/found-workspace', { people: founders.filter(({ id }) => id !== program) });
  }
  const path = join(folder.path, 'lista.csv');
  writeFileSync(path, text);
  const said: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((chunk: string) => said.push(String(chunk)) > 0) as never;
  const run = async (more: object) => {
    const status = await importWarningList(path, {
      workspace: folder.path,
      list: 'Varningslistan',
      source: 'Svensk Handel',
      ...more,
    });
    return [status, JSON.parse(said.at(-1) ?? '{}')] as const;
  };
  try {
    expect(await run({ 'dry-run': true })).toMatchObject([0, { at: 'judged', listed: 2 }]);
    expect(await run({ as: 'Kollega', 'as-of': '2026-11-20' })).toMatchObject([0, { at: 'taken', listed: 2, lifted: 0 }]);
    expect(await run({ as: 'Kollega', 'as-of': '2026-11-20' })).toMatchObject([
      0,
      { at: 'taken', listed: 0, confirmed: 0, lifted: 0 },
    ]);
    writeFileSync(path, text.split('\r\n').slice(0, 2).join('\n'));
    expect(await run({ as: 'Kollega', 'as-of': '2026-11-22' })).toMatchObject([0, { at: 'taken', confirmed: 1, lifted: 1 }]);
    expect(await run({ as: 'Kollega', 'as-of': '2026-11-21' })).toMatchObject([1, { at: 'refused', refusal: 'older-edition' }]);
    expect(await run({ as: 'Administratör', 'as-of': '2026-11-23' })).toMatchObject([1, { at: 'refused', refusal: 'forbidden' }]);
    writeFileSync(path, '');
    expect(await run({ as: 'Kollega' })).toMatchObject([1, { at: 'unreadable', fault: 'file-empty' }]);
  } finally {
    process.stdout.write = write;
  }
  await using again = await anEngine(folder.path);
  await again.page.task('session/choose-person', { personId: keeper });
  expect(await again.page.query('supplier-control/lists', {})).toEqual([
    { list: 'Varningslistan', source: 'Svensk Handel', seenOn: '2026-11-22', entries: 1 },
  ]);
  const report = await again.page.task('supplier-control/take-list', {
    ...{ name: 'lista.csv', bytes: new TextEncoder().encode(text), list: 'Varningslistan', source: 'Svensk Handel' },
    ...{ asOf: '2026-11-24', take: true },
  });
  expect(report).toMatchObject({ at: 'taken', listed: 1, confirmed: 1, lifted: 0 });
  await again.page.task('session/choose-person', { personId: asId<'person'>('0190aaaa-0000-7000-8000-0000000000e4') });
  await expect(
    again.page.task('supplier-control/take-list', {
      ...{ name: 'a', bytes: new Uint8Array(1), list: 'a', source: 'b', asOf: '2026-11-24', take: false },
    }),
  ).rejects.toMatchObject({ code: 'forbidden' });
}, 60_000);
