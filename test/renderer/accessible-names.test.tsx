// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { en } from '../../src/renderer/text/en.ts';
import { sv } from '../../src/renderer/text/sv.ts';
import { pageFlags } from '../../src/shared/base/page.ts';
import { aField, aScannedInvoice, someFields } from '../make/invoices.ts';
import { aPage } from './a-page.ts';
import { aDropped, aFileRow, aSheet, aSheetPage } from './a-sheet.ts';
import { aConflict, aJoined, aWaitingLine } from './fake-sync.ts';
import { giveElementsASize, showApp, showProgram } from './show-app.tsx';

giveElementsASize();

const sentences = (texts: object): readonly string[] =>
  Object.values(texts).flatMap((value: unknown) => (typeof value === 'string' ? [value] : sentences(value as object)));
const swedish = new Set(sentences(sv));
const english = new Set(sentences(en).filter((sentence) => !swedish.has(sentence) && !sentence.includes('{')));
/** Names that the component library gives when no one gives another. */
const built = /\b(close|dismiss|clear|increment|decrement|resize|overflow|information|loading|search|select|open|more|sort)\b/i;

/** Everything that is read out or shown: names, tooltips, placeholders, text. */
function words(): readonly string[] {
  return [...document.body.querySelectorAll('*')].flatMap((element) => [
    ...['aria-label', 'title', 'placeholder', 'aria-roledescription', 'aria-valuetext'].flatMap(
      (name) => element.getAttribute(name) ?? [],
    ),
    ...[...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent?.trim() ?? '') : [])),
  ]);
}
const foreign = () => words().filter((word) => english.has(word) || built.test(word));

test('no screen speaks English to a Swedish clerk', async () => {
  const { user } = await showApp([aScannedInvoice()]);
  await screen.findByText('10045');
  expect(foreign()).toEqual([]);

  for (const key of ['{F1}', '{F9}']) {
    await user.keyboard(key);
    expect(foreign()).toEqual([]);
    await user.keyboard('{Escape}');
  }
  for (const place of ['Idag', 'Inkommet', 'Leverantörer', 'Översikt', 'Inställningar']) {
    await user.click(screen.getByRole('button', { name: place }));
    await screen.findByRole('heading', { level: 1, name: place });
    expect(foreign()).toEqual([]);
  }
  await user.click(screen.getByRole('button', { name: /^Korg/ }));
  await screen.findByText('10045');
  await user.keyboard('{Enter}');
  await screen.findByRole('textbox', { name: 'Fakturanr' });
  for (const key of ['{F2}', '{F8}', '{Control>}l{/Control}', '{Control>}h{/Control}', '{Alt>}{ArrowDown}{/Alt}']) {
    await user.keyboard(key);
    expect(foreign()).toEqual([]);
    await user.keyboard('{Escape}');
  }
});

test('neither pointing at words nor the pages of a file speak English to a Swedish clerk, and every control there has a name', async () => {
  const flagged = aSheetPage(2, { flags: [...pageFlags], codes: [{ format: 'Code128', text: '4711', box: [0, 0, 1, 1] }] });
  const pages = [
    aSheetPage(1),
    flagged,
    aDropped(3, 'separator'),
    aSheetPage(4, { role: 'waiting', invoice: null, image: null }),
  ];
  const { user } = await showApp([aScannedInvoice()], undefined, {
    words: { ['b'.repeat(64)]: aPage('Fakturanr@0.1,0.1', '10045@0.3,0.1') },
    files: [aFileRow()],
    sheet: aSheet(pages),
  });
  await screen.findByText('10045');
  await user.keyboard('{Enter}');
  await screen.findByText('Fakturanr 10045');
  await user.keyboard('{F4}');
  await screen.findByRole('button', { name: /Ta ordet/ });
  expect(foreign()).toEqual([]);
  await user.keyboard('{Escape}{Escape}');
  await user.click(screen.getByRole('button', { name: 'Inkommet' }));
  await screen.findByRole('row', { name: /post\.pdf/ });
  await user.keyboard('{Enter}');
  await screen.findByRole('gridcell', { name: /^Sida 1/ });
  for (const _ of pages) {
    expect(foreign()).toEqual([]);
    for (const role of ['button', 'grid', 'gridcell', 'region', 'img'] as const)
      expect(screen.queryAllByRole(role, { name: /\S/ }), role).toHaveLength(screen.queryAllByRole(role).length);
    await user.keyboard('{ArrowRight}');
  }
});

test('no screen about the server speaks English to a Swedish clerk, and every control there has a name', async () => {
  const mine = aScannedInvoice({ fields: someFields({ dueDate: aField('2026-12-20') }) });
  const conflict = aConflict({ mine, theirs: aScannedInvoice(), base: aScannedInvoice() });
  const { user } = await showApp([aScannedInvoice()], undefined, {
    status: aJoined({ state: 'no-answer', waiting: 1, doubtful: 1, clockAheadMs: 300_000 }),
    conflicts: [conflict],
    waiting: [aWaitingLine({ waitsForBlobs: true, doubt: { code: 'stale' } })],
  });
  const everyControlIsNamed = () => {
    for (const role of ['button', 'textbox', 'grid', 'list', 'region'] as const)
      expect(screen.queryAllByRole(role, { name: /\S/ }), role).toHaveLength(screen.queryAllByRole(role).length);
  };
  await user.keyboard('{Control>}{Shift>}S{/Shift}{/Control}');
  await screen.findByRole('list', { name: 'Väntar på servern' });
  expect(foreign()).toEqual([]);
  everyControlIsNamed();
  await user.click(screen.getByRole('button', { name: 'Visa' }));
  await screen.findByRole('grid', { name: 'Mitt och serverns, fält för fält' });
  expect(foreign()).toEqual([]);
  everyControlIsNamed();
});

test('signing in speaks Swedish, and every control has a name', async () => {
  showProgram([aScannedInvoice()], undefined, {
    status: aJoined({ state: 'no-answer' }),
    account: { login: 'anna.berg', password: 'hemligt' },
  });
  await screen.findByRole('heading', { level: 1, name: 'Logga in' });
  expect(foreign()).toEqual([]);
  expect(screen.getAllByRole('textbox', { name: /\S/ })).toHaveLength(1);
  expect(screen.getByLabelText(/Lösenord/, { selector: 'input' })).toBeTruthy();
});

test('every control has a name', async () => {
  const { user } = await showApp([aScannedInvoice()]);
  await screen.findByText('10045');
  await user.keyboard('{Enter}');
  await screen.findByRole('textbox', { name: 'Fakturanr' });
  for (const role of ['button', 'textbox', 'combobox', 'separator', 'region', 'navigation'] as const)
    expect(screen.queryAllByRole(role, { name: /\S/ }), role).toHaveLength(screen.queryAllByRole(role).length);
});

test('the language changes at once', async () => {
  const { user } = await showApp([aScannedInvoice()]);
  await user.click(screen.getByRole('button', { name: 'Språk' }));
  await user.click(await screen.findByRole('menuitemradio', { name: 'English' }));
  await screen.findByRole('heading', { level: 1, name: 'Basket' });
  expect(document.documentElement.lang).toBe('en');
});

test('what a role may not do is grey, with the reason', async () => {
  const { user } = await showApp([aScannedInvoice()], ['supplier-invoices.copy']);
  await user.click(screen.getByRole('button', { name: 'Leverantörer' }));
  const add = await screen.findByRole('button', { name: 'Ny leverantör' });
  expect(add.getAttribute('aria-disabled')).toBe('true');
  await user.click(add);
  expect(screen.queryByRole('textbox', { name: /Organisationsnummer/ })).toBeNull();
});
