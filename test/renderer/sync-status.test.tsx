// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import type { SyncStatus } from '../../src/shared/contract/engine.ts';
import { aScannedInvoice } from '../make/invoices.ts';
import { aConflict, aJoined } from './fake-sync.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 22, 11) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The button of the status line that says how things stand. */
const standing = () => within(screen.getByRole('region', { name: 'Status' })).getAllByRole('button')[0];

const states: readonly (readonly [string, SyncStatus])[] = [
  ['Enskild arbetsplats · allt sparat', { kind: 'alone' }],
  ['Synkad 09.41', aJoined()],
  ['Synkad 2026-11-21 09.41', aJoined({ lastReachedMs: Date.UTC(2026, 10, 21, 8, 41) })],
  ['Skickar 3 ändringar …', aJoined({ state: 'sending', waiting: 3 })],
  ['Skickar 1 ändring …', aJoined({ state: 'sending', waiting: 1 })],
  ['Skickar 2 bilder …', aJoined({ state: 'sending', blobsWaiting: 2 })],
  ['Arbetar lokalt, 14 ändringar väntar', aJoined({ state: 'no-answer', waiting: 14 })],
  ['Servern svarar inte sedan 09.41', aJoined({ state: 'no-answer' })],
  ['Servern svarar inte', aJoined({ state: 'no-answer', lastReachedMs: null })],
  ['Hämtar allt på nytt …', aJoined({ state: 'rebuilding' })],
  ['Utloggad från servern', aJoined({ state: 'signed-out' })],
  ['Datorn är borttagen från servern', aJoined({ state: 'taken-out' })],
  ['Programmet är för gammalt för servern', aJoined({ state: 'too-old' })],
  ['Synkad 09.411 i konflikt', aJoined({ doubtful: 1 })],
  ['Synkad 09.41Datorns klocka går 5 minuter före', aJoined({ clockAheadMs: 300_000 })],
  ['Synkad 09.41Datorns klocka går 3 minuter efter', aJoined({ clockAheadMs: -180_000 })],
  ['Synkad 09.41', aJoined({ clockAheadMs: 119_000 })],
];

describe('the status line says how things stand with the server', () => {
  test.each(states)('%s', async (words, status) => {
    await showApp([aScannedInvoice()], undefined, { status });
    await waitFor(() => expect(standing()?.textContent).toBe(words));
    expect(standing()?.querySelector('svg')).not.toBeNull();
  });

  test('what was refused stands there until it is dealt with, whatever else is so', async () => {
    const { become } = await showApp([aScannedInvoice()], undefined, { status: aJoined(), conflicts: [aConflict()] });
    await waitFor(() => expect(standing()?.textContent).toBe('Synkad 09.411 nekad att ta hand om'));
    act(() => void become(aJoined({ state: 'no-answer' })));
    await waitFor(() => expect(standing()?.textContent).toBe('Servern svarar inte sedan 09.411 nekad att ta hand om'));
  });

  test('that the server goes and comes back is told, and kept among the messages', async () => {
    const { user, become } = await showApp([aScannedInvoice()], undefined, { status: aJoined() });
    await waitFor(() => expect(standing()?.textContent).toContain('Synkad'));
    act(() => void become(aJoined({ state: 'no-answer' })));
    await screen.findByText(/Arbeta vidare: allt sparas här/);
    act(() => void become(aJoined()));
    await screen.findByText('Servern svarar igen.');
    await user.keyboard('{F9}');
    const log = screen.getByRole('region', { name: 'Meddelanden' });
    expect(within(log).getByText(/Arbeta vidare/)).toBeTruthy();
  });

  test('a refusal is told in a toast and among the messages; many at once are told together', async () => {
    const { user, tell } = await showApp([aScannedInvoice()], undefined, { status: aJoined() });
    const refused = (n: number) =>
      ({
        kind: 'problem',
        problem: { code: 'refused', commandId: asId<'command'>(`c${n}`), error: { code: 'four-eyes' } },
      }) as const;
    act(() => tell(refused(1)));
    await screen.findByText(/Servern sa nej: Det kräver fyra ögon/);
    act(() => {
      for (let n = 2; n <= 6; n += 1) tell(refused(n));
    });
    await screen.findByText(/5 ändringar nekades av servern/);
    await user.keyboard('{F9}');
    expect(within(screen.getByRole('region', { name: 'Meddelanden' })).getAllByText(/Ctrl\+Skift\+S/)).toHaveLength(2);
  });
});
