// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DataTable } from '../../src/renderer/ui/data-table.tsx';
import type { Column } from '../../src/renderer/ui/data-table-column.ts';
import { giveElementsASize } from './show-app.tsx';

giveElementsASize();

type Row = { readonly id: string; readonly name: string };
const columns: readonly Column<Row>[] = [
  { id: 'id', header: 'Nr', width: 5, sorts: true, cell: ({ id }) => id },
  { id: 'name', header: 'Namn', width: 10, sorts: true, cell: ({ name }) => name },
];
const rows: readonly Row[] = Array.from({ length: 5_000 }, (_, place) => ({ id: `${place}`, name: `Rad ${place}` }));
const rowKey = ({ id }: Row) => id;
const words = { ascending: 'stigande', descending: 'fallande', hint: 'sorterar' };

function show(onOpen = vi.fn(), onSort = vi.fn()) {
  const table = (shown: readonly Row[]) => (
    <DataTable
      name="Fakturor"
      rows={shown}
      columns={columns}
      rowKey={rowKey}
      onOpen={onOpen}
      onSort={onSort}
      sort={{ columnId: 'id', descending: false }}
      sortWords={words}
      takesFocus
    />
  );
  const { rerender } = render(table(rows));
  return { onOpen, onSort, showRows: (shown: readonly Row[]) => rerender(table(shown)) };
}
const focusedRow = () => document.activeElement?.getAttribute('aria-rowindex');

test('the table says how large it is and how it is sorted, and draws only what is in view', () => {
  show();
  const grid = screen.getByRole('grid', { name: 'Fakturor' });
  expect(grid.getAttribute('aria-rowcount')).toBe('5001');
  expect(screen.getByRole('columnheader', { name: /Nr/ }).getAttribute('aria-sort')).toBe('ascending');
  expect(screen.getByRole('columnheader', { name: /Namn/ }).getAttribute('aria-sort')).toBe('none');
  expect(screen.getAllByRole('row').length).toBeLessThan(80);
});

test('arrows move one row, Home and Page keys more, Enter opens', async () => {
  const user = userEvent.setup();
  const { onOpen } = show();
  expect(focusedRow()).toBe('2');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(focusedRow()).toBe('4');
  await user.keyboard('{ArrowUp}{Enter}');
  expect(onOpen).toHaveBeenLastCalledWith(rows[1]);
  await user.keyboard('{PageDown}');
  expect(Number(focusedRow())).toBeGreaterThan(8);
  await user.keyboard('{Home}');
  expect(focusedRow()).toBe('2');
});

test('arrow up from the first row reaches the heads, which sort by Enter', async () => {
  const user = userEvent.setup();
  const { onSort } = show();
  await user.keyboard('{ArrowUp}{ArrowRight}{Enter}');
  expect(onSort).toHaveBeenLastCalledWith('name');
  await user.keyboard('{ArrowDown}');
  expect(focusedRow()).toBe('2');
});

test('the focus follows its row when others come and go', async () => {
  const user = userEvent.setup();
  const { showRows } = show();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  showRows(rows.slice(1));
  expect(document.activeElement?.textContent).toContain('Rad 2');
  expect(focusedRow()).toBe('3');
});
