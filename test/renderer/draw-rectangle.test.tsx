// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import { EngineError, type ReadZone } from '../../src/shared/contract/engine.ts';
import { aField, aScannedInvoice, someFields } from '../make/invoices.ts';
import { aPage } from './a-page.ts';
import type { FakeStart } from './fake-engine.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();
beforeEach(() => {
  // A page 1000 wide and 1000 high, 100 from the left and 50 from the top, as if it were scrolled.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({
    ...{ left: 100, top: 50, right: 1100, bottom: 1050, width: 1000, height: 1000, x: 100, y: 50 },
    toJSON: () => ({}),
  });
  HTMLElement.prototype.setPointerCapture = () => {};
});

const words = { ['b'.repeat(64)]: aPage('Fakturanr@0.1,0.1', '10046@0.3,0.1') };
/** What is typed and not saved is kept by invoice: each test has its own. */
let invoice = aScannedInvoice();
let opened = 0;
const anInvoice = (number: number) =>
  aScannedInvoice({
    id: asId(`0190dddd-0000-7000-8000-00000000010${number}`),
    fields: someFields({ totalMinor: aField(126_000, { state: 'check' }), invoiceNumber: aField('10045', { state: 'check' }) }),
  });
const field = (name: string) => screen.findByLabelText<HTMLInputElement>(name, { selector: 'input' });
const page = () => document.querySelector('[data-box]')?.parentElement?.parentElement as HTMLElement;
const zone = () => document.querySelector('[data-box=zone]');

async function openInvoice(start: FakeStart) {
  opened += 1;
  invoice = anInvoice(opened);
  const shown = await showApp([invoice], undefined, { words, ...start });
  await screen.findByText('10045');
  await shown.user.keyboard('{Enter}');
  await waitFor(async () => expect(document.activeElement).toBe(await field('Fakturanr')));
  await screen.findByText('Fakturanr 10046');
  return shown;
}

const at = (x: number, y: number) => ({ clientX: 100 + x * 1000, clientY: 50 + y * 1000, button: 0, pointerId: 1 });
function drag(from: readonly [number, number], to: readonly [number, number]) {
  fireEvent.pointerDown(page(), at(...from));
  fireEvent.pointerMove(page(), at((from[0] + to[0]) / 2, (from[1] + to[1]) / 2));
  fireEvent.pointerMove(page(), at(...to));
  fireEvent.pointerUp(page(), at(...to));
  fireEvent.click(page(), at(...to));
}
const reads = (text: string): ReadZone => ({
  text,
  confidence: 0.9,
  words: [{ text, box: [0.41, 0.41, 0.49, 0.42], confidence: 0.9, line: 0 }],
});

describe('a rectangle drawn on the page is read for the field in focus', () => {
  test('it is asked for with the field’s kind, shown while it is read, and fills the value with its place', async () => {
    const { promise, resolve: answer } = Promise.withResolvers<ReadZone>();
    const {
      user,
      asked,
      invoice: held,
    } = await openInvoice({
      readZone: () => promise,
    });
    await user.click(await field('Att betala'));
    drag([0.5, 0.43], [0.4, 0.4]); // from the lower right corner to the upper left
    expect(zone()?.textContent).toBe('Läser …');
    expect(asked.find(({ name }) => name === 'supplier-invoices/read-zone')?.input).toMatchObject({
      invoiceId: invoice.id,
      page: 1,
      kind: 'minor',
      harder: false,
      box: [0.4, 0.4, 0.5, 0.43].map((share) => expect.closeTo(share, 6)),
    });
    answer(reads('1 250,00'));
    await waitFor(async () => expect((await field('Att betala')).value).toBe('1 250,00'));
    expect(zone()).toBeNull();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(held(invoice.id)?.fields.totalMinor.value).toBe(125_000));
    expect(held(invoice.id)?.fields.totalMinor).toMatchObject({ page: 1, box: [0.41, 0.41, 0.49, 0.42] });
  });

  test('F5 reads the same rectangle again, closer', async () => {
    const readZone = vi.fn((input: { harder: boolean }) => reads(input.harder ? '10047' : '1OO47'));
    const { user } = await openInvoice({ readZone });
    drag([0.4, 0.4], [0.5, 0.43]);
    await waitFor(async () => expect((await field('Fakturanr')).value).toBe('1OO47'));
    await user.keyboard('{F5}');
    await waitFor(async () => expect((await field('Fakturanr')).value).toBe('10047'));
    expect(readZone.mock.calls.map(([{ harder }]) => harder)).toEqual([false, true]);
  });

  test('with no rectangle F5 reads where the value stands, and in point mode what is pointed at', async () => {
    const { user, asked } = await openInvoice({ readZone: () => reads('10046') });
    await user.keyboard('{F5}');
    await user.keyboard('{F4}10046{F5}');
    const boxes = () => asked.filter(({ name }) => name === 'supplier-invoices/read-zone').map(({ input }) => input);
    await waitFor(() => expect(boxes()).toHaveLength(2));
    expect(boxes()[0]).toMatchObject({ box: [0.1, 0.1, 0.2, 0.12], harder: true });
    expect(boxes()[1]).toMatchObject({ box: [0.3, 0.1, 0.36, 0.11], harder: false });
  });

  test('a click is no rectangle, and takes the word', async () => {
    const { asked } = await openInvoice({});
    drag([0.32, 0.105], [0.322, 0.106]);
    expect((await field('Fakturanr')).value).toBe('10046');
    expect(asked.some(({ name }) => name === 'supplier-invoices/read-zone')).toBe(false);
  });

  test('Esc gives up what is being read; what comes after it changes nothing', async () => {
    const { promise, resolve: answer } = Promise.withResolvers<ReadZone>();
    const { user } = await openInvoice({ readZone: () => promise });
    drag([0.4, 0.4], [0.5, 0.43]);
    await user.keyboard('{Escape}');
    expect(zone()).toBeNull();
    answer(reads('10099'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await field('Fakturanr')).value).toBe('10045');
    screen.getByRole('textbox', { name: 'Fakturanr' }); // still at the station
  });

  test('Esc while drawing reads nothing', async () => {
    const { user, asked } = await openInvoice({});
    fireEvent.pointerDown(page(), at(0.4, 0.4));
    fireEvent.pointerMove(page(), at(0.5, 0.5));
    expect(zone()).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(zone()).toBeNull();
    fireEvent.pointerUp(page(), at(0.5, 0.5));
    expect(asked.some(({ name }) => name === 'supplier-invoices/read-zone')).toBe(false);
  });

  test('nothing there, and a reader that fails, are told in words with what to do', async () => {
    let fails = false;
    await openInvoice({
      readZone: () => {
        if (fails) throw new EngineError('failed');
        return { text: ' ', words: [], confidence: 0 };
      },
    });
    drag([0.4, 0.4], [0.5, 0.43]);
    await screen.findByText('Ingen text hittades i rutan. F5 läser noggrannare, eller skriv värdet.');
    expect(zone()?.textContent).toBe('Ingen text');
    fails = true;
    drag([0.4, 0.4], [0.5, 0.43]);
    await screen.findByText(/Rutan kunde inte läsas\. .*Försök igen\./);
    expect((await field('Fakturanr')).value).toBe('10045');
  });
});
