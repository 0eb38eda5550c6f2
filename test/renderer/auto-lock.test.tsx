// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aScannedInvoice } from '../make/invoices.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();
afterEach(() => {
  vi.useRealTimers();
});

const minutes = 60_000;

test('the program locks when nobody has touched it for as long as the settings say, and not before', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: Date.UTC(2026, 10, 22, 11) });
  const { told, engine } = await showApp([aScannedInvoice()]);
  const { autoLockMinutes } = await engine.query('settings/read', {});
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

  await pass((autoLockMinutes - 1) * minutes);
  fireEvent.keyDown(document.body, { key: 'Shift' }); // a sign of life: the time starts again
  await pass((autoLockMinutes - 1) * minutes);
  expect(told).not.toContain('session/lock');

  await pass(2 * minutes);
  expect(told).toContain('session/lock');
  await screen.findByRole('heading', { name: 'Låst' });
  expect(screen.queryByRole('heading', { name: 'Korg' })).toBeNull();
});
