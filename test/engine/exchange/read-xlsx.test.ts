import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFile, allRows, aPackage, aWorkbook } from '../../make/tables.ts';
import { aFolder } from '../../make/workspace.ts';

const names =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const parts = (sheet: string, more: { readonly [path: string]: string } = {}) => ({
  'xl/workbook.xml': `<workbook ${names}><sheets><sheet name="Dold" sheetId="2" state="hidden" r:id="r2"/><sheet name="Leverantörer" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet ${names}><sheetData>${sheet}</sheetData></worksheet>`,
  ...more,
});
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error: { readonly code?: string }) => error.code ?? String(error),
  );

describe('rows of a workbook', () => {
  test('shared, formatted, inline and computed texts, numbers, days and truths come as they are shown', async () => {
    using folder = aFolder();
    const path = await aPackage(
      folder.path,
      'a.xlsx',
      parts(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>in_x000D_line</t></is></c></row>' +
          '<row r="3"><c r="A3"><v>5566778899</v></c><c r="B3"><v>59.989999999999995</v></c><c r="C3" s="1"><v>45292</v></c><c r="D3" t="b"><v>1</v></c></row>' +
          '<row r="4"><c r="A4" t="str"><f>HYPERLINK("http://x.example")</f><v>shown</v></c><c r="B4"><f>1+1</f><v>2</v></c><c r="C4"><v>1.5E+12</v></c><c r="D4"><f>NOW()</f></c></row>',
        {
          'xl/sharedStrings.xml': `<sst ${names}><si><t>Namn</t></si><si><r><t xml:space="preserve">Org </t></r><r><t>nr</t></r><rPh><t>x</t></rPh></si></sst>`,
          'xl/styles.xml': `<styleSheet ${names}><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
        },
      ),
    );
    expect(await allRows(path)).toEqual([
      { row: 1, cells: ['Namn', 'Org nr', '', 'in\rline'] },
      { row: 3, cells: ['5566778899', '59.99', '2024-01-01', 'TRUE'] },
      { row: 4, cells: ['shown', '2', '1500000000000', '=NOW()'], formulas: [0, 1, 3] },
    ]);
  });

  test('what we write comes back, whatever the texts', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(
            fc.oneof(
              fc.string({ unit: 'grapheme' }),
              fc.string({ unit: fc.constantFrom('_', 'x', '0', 'D', '\r', '\n', '\t', '&', '<', '=', '\u0001', '\ud800') }),
            ),
            { minLength: 3, maxLength: 3 },
          ),
          { minLength: 1, maxLength: 5 },
        ),
        async (rows) => {
          using folder = aFolder();
          const path = await aWorkbook(folder.path, 'a.xlsx', rows);
          const expected = rows.filter((row) => row.some((cell) => cell !== ''));
          const width = expected[0]?.length ?? 0;
          const read = await allRows(path);
          expect(read.map(({ cells }) => [...cells, ...Array(width - cells.length).fill('')])).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    ));

  test('the same rows give the same bytes', async () => {
    using folder = aFolder();
    const one = await aWorkbook(folder.path, 'a.xlsx', [['a', 'b']]);
    await new Promise((resolve) => setTimeout(resolve, 2_100)); // longer than what a zip tells of time
    const other = await aWorkbook(folder.path, 'b.xlsx', [['a', 'b']]);
    expect(await readFile(one)).toEqual(await readFile(other));
  });
});

describe('bad workbooks', () => {
  test('a bomb is refused before it is unpacked', async () => {
    using folder = aFolder();
    const bomb = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'0'.repeat(60_000_000)}</t></is></c></row>`;
    const path = await aPackage(folder.path, 'bomb.xlsx', parts(bomb));
    expect((await readFile(path)).length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    expect(await code(allRows(path))).toBe('unpacks-to-too-much');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test('entities that unfold are not unfolded', async () => {
    using folder = aFolder();
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet ${names}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    const path = await aPackage(folder.path, 'x.xlsx', parts('', { 'xl/worksheets/sheet1.xml': laughs }));
    expect(await code(allRows(path))).toBe('broken-workbook');
  });

  test.each([
    ['no workbook in it', { 'a.txt': 'x' }, 'broken-workbook'],
    ['no sheet', { ...parts(''), 'xl/workbook.xml': `<workbook ${names}><sheets/></workbook>` }, 'no-sheet'],
    ['xml that ends', { ...parts(''), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1">' }, 'broken-workbook'],
    ['a column far out', parts('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'too-many-columns'],
  ])('%s', async (_, content, expected) => {
    using folder = aFolder();
    expect(await code(allRows(await aPackage(folder.path, 'x.xlsx', content)))).toBe(expected);
  });

  test('half a workbook is refused as a whole', async () => {
    using folder = aFolder();
    const bytes = await readFile(
      await aWorkbook(folder.path, 'a.xlsx', [
        ['a', 'b'],
        ['1', '2'],
      ]),
    );
    for (const share of [0.2, 0.5, 0.9, 0.99])
      expect(await code(allRows(await aFile(folder.path, 'half.xlsx', bytes.subarray(0, bytes.length * share))))).toBe(
        'broken-workbook',
      );
  });

  test('whatever byte is damaged, it is read or refused with a code', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(100_000), fc.nat(255), async (place, byte) => {
        using folder = aFolder();
        const bytes = await readFile(
          await aWorkbook(folder.path, 'a.xlsx', [
            ['a', 'b'],
            ['1', '2'],
          ]),
        );
        bytes[place % bytes.length] = byte;
        const answer = await code(allRows(await aFile(folder.path, 'x.xlsx', bytes)));
        expect([
          'read',
          'broken-workbook',
          'no-sheet',
          'old-workbook',
          'unpacks-to-too-much',
          'too-many-columns',
          'unknown-kind',
        ]).toContain(answer);
      }),
      { numRuns: 300 },
    ));

  test('an old workbook says what it is', async () => {
    using folder = aFolder();
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
    expect(await code(allRows(await aFile(folder.path, 'a.xls', old)))).toBe('old-workbook');
  });
});
