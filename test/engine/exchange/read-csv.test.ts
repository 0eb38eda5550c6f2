import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../../src/main/engine/exchange/open-table.ts';
import { readCsv } from '../../../src/main/engine/exchange/read-csv.ts';
import type { SourceRow } from '../../../src/main/engine/exchange/source-row.ts';
import { csvLine } from '../../../src/main/engine/exchange/write-csv.ts';
import { aFile, allRows } from '../../make/tables.ts';
import { aFolder } from '../../make/workspace.ts';

const form = { delimiter: ';', quote: '"' };

async function read(text: string, chunk = 1_000): Promise<readonly SourceRow[]> {
  async function* chunks() {
    for (let from = 0; from < text.length; from += chunk) yield text.slice(from, from + chunk);
  }
  const rows: SourceRow[] = [];
  for await (const batch of readCsv(chunks(), form)) rows.push(...batch);
  return rows;
}
const cells = (rows: readonly SourceRow[]) => rows.map((row) => row.cells);

describe('rows of a text', () => {
  test.each([
    [
      'a;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n\n\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n"x;y";"he said ""no"""\n',
      [
        ['a', 'b'],
        ['x;y', 'he said "no"'],
      ],
    ],
    [
      'a;b\n"x\r\ny";2\n',
      [
        ['a', 'b'],
        ['x\r\ny', '2'],
      ],
    ],
    [
      'a;b\n19" screen;2\n',
      [
        ['a', 'b'],
        ['19" screen', '2'],
      ],
    ],
    [
      'a;b\n=1+1;@SUM(A1)\n',
      [
        ['a', 'b'],
        ['=1+1', '@SUM(A1)'],
      ],
    ],
  ])('%j', async (text, expected) => {
    expect(cells(await read(text))).toEqual(expected);
    expect(cells(await read(text, 1))).toEqual(expected);
  });

  test('a quote that is never closed costs its own row only, and is answered', async () => {
    const rows = await read('a;b\n1;"x\n2;y\n3;z\n');
    expect(rows.map(({ row, fault }) => [row, fault])).toEqual([
      [1, undefined],
      [2, 'quote-not-closed'],
      [3, undefined],
      [4, undefined],
    ]);
  });

  test('a quote that closes on a later row does not swallow the rows between', async () => {
    const rows = await read('a;b;c\n1;"x;y\n2;y;"z"\n3;z;q\n');
    expect(rows.map(({ row, fault }) => [row, fault])).toEqual([
      [1, undefined],
      [2, 'quote-not-closed'],
      [3, undefined],
      [4, undefined],
    ]);
  });

  test('half a file: the last row says that the file ends in it', async () => {
    const rows = await read('a;b;c\n1;2;3\n4;5');
    expect(rows.at(-1)).toEqual({ row: 3, cells: ['4', '5'], endsFile: true });
  });

  test('a row longer than sane is answered as wrong, and the next is read', async () => {
    const rows = await read(`a;b\n1;${'x'.repeat(5_000_000)}\n2;y\n`, 65_536);
    expect(rows.map(({ row, fault }) => [row, fault])).toEqual([
      [1, undefined],
      [2, 'row-too-long'],
      [3, undefined],
    ]);
    expect(rows[1]?.cells.join('').length).toBeLessThan(200_000);
  });

  test('a hostile file of open quotes ends in reasonable time', async () => {
    const rows = await read(`a;b;c\n${'1;"x;y\n'.repeat(20_000)}`, 65_536);
    expect(rows).toHaveLength(20_001);
    expect(rows.slice(1).every(({ fault }) => fault === 'quote-not-closed')).toBe(true);
  }, 30_000);

  test('what we write is read back, whatever the texts and the chunks', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }).chain((width) =>
          fc.array(
            fc.array(fc.string({ unit: fc.constantFrom('a', 'Å', ';', '"', '\n', '\r', ' ', '=', '𝄞'), maxLength: 8 }), {
              minLength: width,
              maxLength: width,
            }),
            { minLength: 1, maxLength: 20 },
          ),
        ),
        fc.integer({ min: 1, max: 50 }),
        async (rows, chunk) => {
          const text = rows.map((row) => csvLine(row, ';')).join('');
          expect(cells(await read(text, chunk))).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    ));
});

describe('encodings', () => {
  const text = 'Namn;Ort;Anmärkning\r\nÅkeri Öst AB;Växjö;é är också en bokstav\r\n';
  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', iconv.encode(`\ufeff${text}`, 'utf16be')],
    ['windows-1252', iconv.encode(text, 'win1252')],
    ['cp850', iconv.encode(text, 'cp850')],
    ['cp437', iconv.encode(`${text}½ ░ ñ;¢;ƒ\r\n`.replace(/[½░ƒ¢]/g, ''), 'cp437')],
  ] as const)('%s %#', async (encoding, bytes) => {
    using folder = aFolder();
    const path = await aFile(folder.path, 'register.csv', bytes);
    const table = await openTable(path);
    // CP437 and CP850 write Swedish letters with the same bytes: either gives the same text
    expect(table.encoding === encoding || (encoding === 'cp437' && table.encoding === 'cp850')).toBe(true);
    expect((await allRows(path))[1]?.cells).toEqual(['Åkeri Öst AB', 'Växjö', 'é är också en bokstav']);
  });

  test('a person may choose another', async () => {
    using folder = aFolder();
    const path = await aFile(folder.path, 'register.csv', iconv.encode('a;b\r\n¢;ñ\r\n', 'cp437'));
    expect((await allRows(path, { encoding: 'cp437', delimiter: ';', sheet: null }))[1]?.cells).toEqual(['¢', 'ñ']);
  });

  test('bytes that the encoding does not know make their row wrong, and no other', async () => {
    using folder = aFolder();
    const broken = Buffer.concat([Buffer.from('a;b\nå;1\n'), Buffer.from([0xc3, 0x28]), Buffer.from(';2\nö;3\n')]);
    const rows = await allRows(await aFile(folder.path, 'x.csv', broken), { encoding: 'utf-8', delimiter: ';', sheet: null });
    expect(rows.map(({ fault }) => fault)).toEqual([undefined, undefined, 'unreadable-characters', undefined]);
  });

  test.each([
    [';', 'a;b\n1,5;2\n'],
    [',', 'a,b\n"x;y",2\n'],
    ['\t', 'a\tb\n1;2\t3\n'],
    ['|', 'a|b\n1|2\n'],
  ])('the delimiter %j is found', async (delimiter, text) => {
    using folder = aFolder();
    expect((await openTable(await aFile(folder.path, 'x.csv', text))).delimiter).toBe(delimiter);
  });

  test('whatever the bytes, every row is answered or the file is refused with a code', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), async (bytes) => {
        using folder = aFolder();
        const path = await aFile(folder.path, 'x', bytes);
        const rows = await allRows(path).catch((error: { readonly code?: string }) => {
          expect(error.code).toMatch(/^(unknown-kind|broken-workbook|old-workbook)$/);
          return [];
        });
        for (const [place, { row }] of rows.entries()) expect(row).toBeGreaterThan(rows[place - 1]?.row ?? 0);
      }),
      { numRuns: 300 },
    ));

  test('a text whose bytes were damaged loses no row that stands on a whole line', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(2_900), fc.integer({ min: 128, max: 255 }), async (place, byte) => {
        using folder = aFolder();
        const lines = Array.from({ length: 100 }, (_, number) => `L${number};Företag ${number};Orten å`);
        const bytes = Buffer.from(`${lines.join('\n')}\n`);
        bytes[place % bytes.length] = byte;
        const rows = await allRows(await aFile(folder.path, 'x.csv', bytes), { encoding: 'utf-8', delimiter: ';', sheet: null });
        const whole = rows.filter(({ fault, cells: { length } }) => fault === undefined && length === 3).length;
        expect(whole).toBeGreaterThanOrEqual(98);
      }),
      { numRuns: 100 },
    ));
});
