import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangeColumns, type Column } from '../../src/renderer/ui/data-table-column.ts';
import { scrollMap } from '../../src/renderer/ui/scroll-map.ts';
import { csvOf } from '../../src/renderer/ui/table-csv.ts';

type Row = { readonly name: string; readonly total: string };
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Namn', width: 10, grow: 1, cell: ({ name }) => name },
  { id: 'total', header: 'Belopp', width: 8, cell: () => null, text: ({ total }) => total },
];

describe('copied rows', () => {
  test('are CSV with heads, semicolons and quotes where they are needed, and amounts as numbers', () => {
    const rows = [
      { name: 'Exempel; "AB"', total: '1\u00a0234,50' },
      { name: 'Öst', total: '-12,00' },
    ];
    expect(csvOf(columns, rows)).toBe('Namn;Belopp\r\n"Exempel; ""AB""";1234,50\r\nÖst;-12,00');
  });
  test.each(['=HYPERLINK("x")', '+1;2', '-2+3', '@SUM(A1)', '\t=1'])('hold nothing that runs: %j', (name) => {
    const [, line = ''] = csvOf(columns, [{ name, total: '' }]).split('\r\n');
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  });
});

test('columns stand as they were left; one that is no more is forgotten', () => {
  const arranged = arrangeColumns(columns, [{ id: 'total', widthEm: 20 }, { id: 'gone' }, { id: 'name' }]);
  expect(arranged.map(({ id, width, grow }) => [id, width, grow])).toEqual([
    ['total', 20, 0],
    ['name', 10, 1],
  ]);
  expect(arrangeColumns(columns, [])).toBe(columns);
});

describe('a long list', () => {
  test('meets both ends of its scrollbar, and goes down where one scrolls down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 46_000_000 }), fc.integer({ min: 100, max: 2_000 }), (rowsPx, viewPx) => {
        fc.pre(rowsPx > viewPx);
        const map = scrollMap(rowsPx, viewPx);
        expect(map.heightPx).toBeLessThanOrEqual(8_000_000);
        expect(map.toRows(0)).toBe(0);
        expect(map.toRows(map.heightPx - viewPx)).toBeCloseTo(rowsPx - viewPx, 3);
        expect(map.toScroll(map.toRows(1_234))).toBeCloseTo(1_234, 6);
      }),
    );
  });
});
