import { cleanup, configure, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import { App } from '../../src/renderer/app/app.tsx';
import { makeEngineClient } from '../../src/renderer/engine-client.ts';
import type { Permission } from '../../src/shared/domain/access/index.ts';
import type { SupplierInvoice } from '../../src/shared/domain/supplier-invoices/index.ts';
import { type FakeStart, makeFakeEngine } from './fake-engine.ts';

// A busy machine draws late; what is waited for comes all the same.
configure({ asyncUtilTimeout: 10_000 });

/** The test's page has no layout: every element is given a size, so that virtual rows are drawn. */
export function giveElementsASize(): void {
  beforeEach(() => {
    for (const name of ['offsetHeight', 'clientHeight', 'offsetWidth', 'clientWidth'] as const)
      vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(600);
    // Without animations the component library shows and hides at once.
    Object.defineProperty(Element.prototype, 'animate', { value: undefined, configurable: true });
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
    localStorage.clear();
  });
}

/** The whole program over a fake engine, past the choice of person. */
export async function showApp(invoices: readonly SupplierInvoice[], permissions?: readonly Permission[], start?: FakeStart) {
  const shown = showProgram(invoices, permissions, start);
  await shown.user.click(await screen.findByRole('button', { name: /Anna Berg/ }));
  await screen.findByRole('heading', { level: 1, name: 'Korg' });
  return shown;
}

/** The whole program over a fake engine, before anyone has said who they are. */
export function showProgram(invoices: readonly SupplierInvoice[], permissions?: readonly Permission[], start?: FakeStart) {
  const fake = makeFakeEngine(invoices, permissions, start);
  const client = makeEngineClient();
  client.take(fake.engine);
  const user = userEvent.setup();
  render(<App client={client} />);
  return { ...fake, user, client };
}
