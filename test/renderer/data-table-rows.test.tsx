// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { DataTable } from '../../src/renderer/ui/data-table.tsx';
import type { Column } from '../../src/renderer/ui/data-table-column.ts';
import { giveElementsASize } from './show-app.tsx';

giveElementsASize();

type Row = { readonly id: string; readonly name: string };
const columns: readonly Column<Row>[] = [
  { id: 'name', header: 'Namn', width: 10, cell: ({ name }) => <b>{name}</b>, text: ({ name }) => name },
  { id: 'id', header: 'Nr', width: 5, cell: ({ id }) => id },
];
const names = ['Åkeri Öst', 'Bygg i Boden', 'Bygg i Ystad', 'Data AB', '=cmd'];
const rows: readonly Row[] = names.map((name, place) => ({ id: String(place), name }));
const rowKey = ({ id }: Row) => id;
const words = { ascending: 'stigande', descending: 'fallande', hint: 'sorterar' };

function Table({ all, onCopied }: { readonly all: readonly Row[]; readonly onCopied?: (count: number) => void }) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      name="Fakturor"
      rows={all}
      columns={columns}
      rowKey={rowKey}
      sortWords={words}
      choice={{ keys, onChange: setKeys }}
      {...(onCopied && { onCopied })}
      takesFocus
    />
  );
}
const focusedRow = () => document.activeElement?.getAttribute('aria-rowindex');
const chosenNames = () => screen.queryAllByRole('row', { selected: true }).map((row) => row.querySelector('b')?.textContent);

test('Space chooses a row and lets it go, Shift with arrows a stretch, Ctrl+A all', async () => {
  const user = userEvent.setup();
  render(<Table all={rows} />);
  expect(screen.getByRole('grid').getAttribute('aria-multiselectable')).toBe('true');
  await user.keyboard(' ');
  expect(chosenNames()).toEqual(['Åkeri Öst']);
  await user.keyboard(' {ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(chosenNames()).toEqual(['Bygg i Boden', 'Bygg i Ystad', 'Data AB']);
  await user.keyboard('{Control>}a{/Control}');
  expect(chosenNames()).toEqual(names);
});

test('letters lead to the row that begins so, and again to the next; å is not a', async () => {
  const user = userEvent.setup();
  render(<Table all={rows} />);
  await user.keyboard('b');
  expect(focusedRow()).toBe('3');
  await user.keyboard('b');
  expect(focusedRow()).toBe('4');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await user.keyboard('da');
  expect(focusedRow()).toBe('5');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await user.keyboard('a');
  expect(focusedRow()).toBe('5');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await user.keyboard('å');
  expect(focusedRow()).toBe('2');
});

test('→ shows the row whole below the table, also as one goes on, and ← puts it away', async () => {
  const user = userEvent.setup();
  render(<Table all={rows} />);
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('region', { name: 'Fakturor: Åkeri Öst' }).textContent).toContain('Nr0');
  expect(document.activeElement?.getAttribute('aria-details')).toBe(screen.getByRole('region').id);
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('region', { name: 'Fakturor: Bygg i Boden' })).toBeTruthy();
  await user.keyboard('{ArrowLeft}');
  expect(screen.queryByRole('region')).toBeNull();
});

test('copying takes the chosen rows, or the one that one stands on, as CSV that runs no formula', async () => {
  const user = userEvent.setup();
  const onCopied = vi.fn();
  render(<Table all={rows} onCopied={onCopied} />);
  const copied = () => {
    const setData = vi.fn();
    fireEvent.copy(screen.getByRole('grid'), { clipboardData: { setData } });
    return setData.mock.calls[0]?.[1] as string | undefined;
  };
  await user.keyboard('{End}');
  expect(copied()).toBe("Namn;Nr\r\n'=cmd;4");
  await user.keyboard('{Control>}a{/Control}');
  expect(copied()?.split('\r\n')).toHaveLength(6);
  expect(onCopied.mock.calls).toEqual([[1], [5]]);
});

test('on paper there are all rows under their heads, and afterwards none', () => {
  render(<Table all={Array.from({ length: 300 }, (_, place) => ({ id: String(place), name: `Rad ${place}` }))} />);
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  expect(screen.getByRole('table', { name: 'Fakturor' }).querySelectorAll('tbody tr')).toHaveLength(300);
  act(() => void window.dispatchEvent(new Event('afterprint')));
  expect(screen.queryByRole('table')).toBeNull();
});

test('a million rows: a handful are drawn, and the last can be reached', async () => {
  const user = userEvent.setup();
  render(<Table all={Array.from({ length: 1_000_000 }, (_, place) => ({ id: String(place), name: `Rad ${place}` }))} />);
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1000001');
  expect(screen.getAllByRole('row').length).toBeLessThan(80);
  const [body] = screen.getAllByRole('rowgroup');
  expect(Number.parseInt(body?.style.height ?? '', 10)).toBe(8_000_000);
  await user.keyboard('{End}');
  const scroller = body?.parentElement?.parentElement;
  if (scroller) fireEvent.scroll(scroller);
  await vi.waitFor(() => expect(focusedRow()).toBe('1000001'));
});

test('of a stretch of a long list: what is beyond it waits in its place, and whoever goes there keeps the focus', async () => {
  const user = userEvent.setup();
  const onView = vi.fn();
  const stretch = (from: number) => (
    <DataTable
      name="Fakturor"
      rows={Array.from({ length: 100 }, (_, at) => ({ id: String(from + at), name: `Rad ${from + at}` }))}
      from={from}
      length={1_000_000}
      columns={columns}
      rowKey={rowKey}
      sortWords={words}
      onView={onView}
      takesFocus
    />
  );
  const { rerender } = render(stretch(0));
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1000001');
  await user.keyboard('{End}');
  const scroller = screen.getAllByRole('rowgroup')[0]?.parentElement?.parentElement;
  if (scroller) fireEvent.scroll(scroller);
  await vi.waitFor(() => expect(focusedRow()).toBe('1000001'));
  expect(document.activeElement?.getAttribute('aria-busy')).toBe('true');
  expect(onView.mock.lastCall?.[1]).toBe(999_999);
  rerender(stretch(999_900));
  expect(focusedRow()).toBe('1000001');
  expect(document.activeElement?.textContent).toContain('Rad 999999');
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement?.textContent).toContain('Rad 999998');
});
