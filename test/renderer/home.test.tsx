// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { PeriodFigures, Waiting, WaitingLine } from '../../src/shared/contract/overview.ts';
import { waitingLines } from '../../src/shared/contract/overview.ts';
import { rolePermissions } from '../../src/shared/domain/access/index.ts';
import { countToday, reasonsToday, type TodayWork, type Work } from '../../src/shared/domain/work-queue/index.ts';
import { swedish } from '../make/calendars.ts';
import { anna, aScannedInvoice } from '../make/invoices.ts';
import type { FakeStart } from './fake-engine.ts';
import { noFigures, nothingToday } from './fake-queues.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const invoice = aScannedInvoice();
const clerk = rolePermissions['verification-clerk'];
const atMs = swedish('2026-11-22 09:00');
const show = (start: FakeStart = {}) => showApp([invoice], clerk, start);
const dueMs = { late: swedish('2026-11-20 09:00'), today: swedish('2026-11-22 16:00'), later: swedish('2026-11-24 09:00') };

function work(id: string, name: string, due: keyof typeof dueMs, more: Partial<Work> = {}): TodayWork {
  const clock = { dueMs: dueMs[due], pausedMs: 0, gap: null };
  const one = {
    kind: 'supplier-invoice' as const,
    id,
    name,
    detail: `F-${name}`,
    sinceMs: atMs - 3_600_000,
    payBy: null,
    holder: null,
  };
  const clocked = { ...one, ...more, clock, isEscalated: false };
  return { ...clocked, reasons: reasonsToday(clocked, { person: anna, today: '2026-11-22' as never, atMs }) };
}
function today(rows: readonly TodayWork[]): FakeStart {
  const counts = Object.entries(countToday(rows)).map(([reason, count]) => [reason, { count, capped: false }]);
  return { today: { ...nothingToday, rows, counts: Object.fromEntries(counts) } };
}
const someWork = [
  work(invoice.id, 'Sen AB', 'late'),
  work('b', 'Bygg AB', 'today'),
  work('c', 'Korg AB', 'later', { holder: anna }),
  work('d', 'Ändrad AB', 'today', { kind: 'register-change' }),
];
const rowHeads = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

test('the status line says what falls due, and leads to Idag, where Enter begins with the first and Esc comes back', async () => {
  const { user } = await show(today(someWork));
  const line = await screen.findByRole('button', { name: '1 försenat · 2 ärenden förfaller idag' });
  expect(screen.getByRole('button', { name: /^Idag\s*3$/ })).toBeDefined(); // in the menu
  await user.click(line);
  await screen.findByRole('heading', { level: 1, name: 'Idag' });
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Sen AB'));
  expect(rowHeads().map((text) => text?.replace(/AB.*/, 'AB'))).toEqual([
    'försenadSen AB',
    'förfaller idagBygg AB',
    'i min korgKorg AB',
    'förfaller idagÄndrad AB',
  ]);
  await user.keyboard('{Enter}');
  await screen.findByRole('button', { name: /Till Idag/ });
  await user.keyboard('{Escape}');
  await screen.findByRole('heading', { level: 1, name: 'Idag' });
  await user.keyboard('{Control>}{PageUp}{/Control}'); // the last tab: what waits for a decision
  await waitFor(() => expect(rowHeads()).toHaveLength(1));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('heading', { level: 1, name: 'Väntar på min kontroll' });
});

test('an empty Idag says so in words, and what is due is told anew when something changes', async () => {
  const start: { today?: FakeStart['today'] } = {};
  const { user, tell } = await show(new Proxy(start, {}) as FakeStart);
  await user.click(await screen.findByRole('button', { name: 'Inget förfaller idag' }));
  await screen.findByText('Inget förfaller idag och inget väntar på dig.');
  Object.assign(start, today([work('b', 'Bygg AB', 'today')]));
  tell({ kind: 'changed', entities: ['supplierInvoice'] });
  await screen.findByRole('button', { name: '1 ärende förfaller idag' });
  expect(rowHeads()).toHaveLength(1);
});

test('the program opens on what the person has chosen, kept as a row of their own; Esc leads there', async () => {
  const { user, asked } = await show();
  await user.click(screen.getByRole('button', { name: 'Inställningar' }));
  const choice = await screen.findByRole('combobox', { name: 'Startskärm' });
  expect(within(choice).getByRole('option', { name: 'Rollens (Korg)' })).toBeDefined();
  await user.selectOptions(choice, 'Översikt');
  await waitFor(() =>
    expect(asked.findLast(({ name }) => name === 'views/save')?.input).toMatchObject({
      name: 'overview',
      system: 'start-screen',
      shared: false,
    }),
  );
  await waitFor(() => expect((choice as HTMLSelectElement).value).toBe('overview'));
  await user.keyboard('{Escape}');
  await screen.findByRole('heading', { level: 1, name: 'Översikt' });
});

const count = (n: number) => ({ count: n, capped: false });
const waiting = (line: WaitingLine): Waiting =>
  line === 'to-verify'
    ? { line, total: count(7), ages: [4, 2, 1, 0, 0].map(count), late: count(1) }
    : { line, total: count(0), ages: [0, 0, 0, 0, 0].map(count), late: null };
const figures: PeriodFigures = {
  ...{ ...noFigures, received: 120, verified: 100, byChannel: { ...noFigures.byChannel, 'watched-folder': 90, dropped: 10 } },
  answers: { closed: 100, inTime: 93, medianMs: 26 * 3_600_000, unknown: 0, gap: null },
  ...{ duplicates: 3, falseAlarms: 1, files: { received: 50, faulty: 2 } },
};

/** The figures of one line. */
const rowOf = (head: string) => screen.getByText(head).closest('tr')?.textContent;

test('Översikt: every number opens its rows by a filter, F2 says what it means, F5 counts anew, and all of it is saved as CSV', async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:x';
  });
  const { user } = await show({
    inOverview: { asOfMs: atMs, lines: waitingLines.map(waiting), gap: null },
    period: (fromDay) =>
      fromDay === '2026-11-01' ? figures : { ...figures, verified: 80, answers: { ...figures.answers, inTime: 60, closed: 80 } },
  });
  await user.click(screen.getByRole('button', { name: 'Översikt' }));
  await screen.findByText('Under perioden: 2026-11-01 – 2026-11-22');
  expect(rowOf('Besvarade inom 48 timmar')).toContain('93\u00a0%hälften inom 26 tim');
  await waitFor(() => expect(rowOf('Verifierade leverantörsfakturor')).toContain('+25\u00a0%'));
  screen.getByText('Gäller 2026-11-22 09:00');

  const number = screen.getByLabelText('Besvarade inom 48 timmar, Antal: 93');
  number.focus();
  await user.keyboard('{F2}');
  await screen.findByText(/Bara vardagar räknas/);
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Besvarade senare än 48 timmar, Antal: 7');
  await user.keyboard('{F5}');

  await user.click(screen.getByRole('button', { name: 'Exportera CSV' }));
  const csv = await saved[0]?.text();
  expect(csv).toContain('Fakturor att verifiera;7;1;4;2;1;0;0;');
  expect(csv).toMatch(/Verifierade leverantörsfakturor;100;;80;'?\+25 %/); // a sign before what is no number is guarded

  await user.click(screen.getByLabelText('Besvarade senare än 48 timmar, Antal: 7'));
  await screen.findByRole('heading', { level: 1, name: 'Korg' });
  const filter = screen.getByLabelText('Filter') as HTMLInputElement;
  expect(filter.value).toBe('verifierades>=2026-11-01 verifierades<=2026-11-22 besvarad:sent');
  await user.click(screen.getByRole('button', { name: 'Översikt' }));
  await user.click(await screen.findByLabelText('Fakturor att verifiera, 1–2: 2'));
  expect(((await screen.findByLabelText('Filter')) as HTMLInputElement).value).toBe('inkom>=2026-11-20 inkom<=2026-11-21');
});
