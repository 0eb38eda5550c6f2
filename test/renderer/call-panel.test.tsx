// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { beginDraft, readDraft, readMinutes, showLength } from '../../src/renderer/features/call-notes/call-draft.ts';
import { aScannedInvoice } from '../make/invoices.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

test('Ctrl+Shift+C opens a note beside the work, Esc keeps it, and Ctrl+Enter saves it from within only', async () => {
  const { user, asked } = await showApp([aScannedInvoice({})]);
  const noted = () => asked.filter(({ name }) => name === 'call-notes/note');
  const kept = () => asked.filter(({ name }) => name === 'drafts/keep').at(-1)?.input as { text: string | null } | undefined;
  await user.keyboard('{Control>}{Shift>}c{/Shift}{/Control}');
  let panel = await screen.findByRole('region', { name: 'Notera samtal' });
  await within(panel).findByRole('combobox', { name: 'Anledning' });
  await user.type(within(panel).getByRole('textbox', { name: /Vad samtalet gällde/ }), 'Frågar om 19121212-1212');
  expect(within(panel).getByText(/Det står ett personnummer här/)).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Notera samtal' })).toBeNull();
  await waitFor(() => expect(readDraft(kept()?.text)?.text).toBe('Frågar om 19121212-1212'));

  await user.keyboard('{Control>}{Shift>}c{/Shift}{/Control}');
  panel = await screen.findByRole('region', { name: 'Notera samtal' });
  expect(await within(panel).findByText(/Du har en påbörjad notering/)).toBeTruthy();
  const text = within(panel).getByRole('textbox', { name: /Vad samtalet gällde/ });
  await user.clear(text);
  await user.type(text, 'Frågar om betalning');
  await user.selectOptions(within(panel).getByRole('combobox', { name: 'Återkoppling' }), 'yes');
  (screen.getByRole('main').querySelector('[tabindex="-1"], [tabindex="0"]') as HTMLElement).focus();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(noted()).toEqual([]);
  text.focus();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(noted()).toHaveLength(1));
  expect(noted()[0]?.input).toMatchObject({ text: 'Frågar om betalning', caller: '', unitId: 'main', answerWanted: true });
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Notera samtal' })).toBeNull());
  expect(kept()?.text).toBeNull();
});

test.each([
  ['4', 240_000],
  ['4,5', 270_000],
  ['12:30', 750_000],
  ['4:75', undefined],
  ['-1', undefined],
  ['lång', undefined],
])('a length of %j', (typed, ms) => expect(readMinutes(typed)).toBe(ms));

test('a draft of another form is not taken for one', () => {
  const draft = beginDraft({ unitId: 'main' }, 5);
  expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  for (const kept of ['', '{', '[]', '{"callId":1}', null]) expect(readDraft(kept)).toBeUndefined();
  expect(showLength(65_400)).toBe('1:05');
});
