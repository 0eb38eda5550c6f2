// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { FilePages, IntakeStatus, SheetPage } from '../../src/shared/contract/engine.ts';
import { rolePermissions } from '../../src/shared/domain/access/index.ts';
import { aScannedInvoice } from '../make/invoices.ts';
import { aDropped, aFileRow, aSheet, aSheetPage, fileId, second } from './a-sheet.ts';
import type { FakeStart } from './fake-engine.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const pages: readonly SheetPage[] = [
  aSheetPage(1),
  aDropped(2, 'blank'),
  aSheetPage(3, { role: 'appendix', flags: ['too-dark', 'skewed'] }),
  aDropped(4, 'separator'),
  aSheetPage(5, { invoice: second, codes: [{ format: 'Code128', text: 'SKILJE-7', box: [0, 0, 0.1, 0.1] }] }),
  aSheetPage(6, { invoice: second }),
];
const tile = (name: RegExp) => screen.getByRole('gridcell', { name });

async function openIntake(start: FakeStart = {}) {
  const shown = await showApp([aScannedInvoice()], rolePermissions['verification-clerk'], {
    files: [aFileRow()],
    sheet: aSheet(pages),
    ...start,
  });
  await shown.user.click(screen.getByRole('button', { name: 'Inkommet' }));
  await screen.findByRole('grid', { name: 'Inkomna filer' });
  return shown;
}
async function openSheet(start: FakeStart = {}) {
  const shown = await openIntake(start);
  await screen.findByRole('row', { name: /post\.pdf/ });
  await shown.user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'post.pdf' });
  return shown;
}

describe('the list of files', () => {
  test('tells how the pages add up', async () => {
    await openIntake();
    await screen.findByText('6 sidor = 3 fakturasidor + 1 bilagesida + 2 borttagna');
  });

  test('warns when they do not', async () => {
    await openIntake({ files: [aFileRow({ pageCount: 9 })] });
    await screen.findByText(/^Sidorna stämmer inte: 9 sidor kom in, men 6 är räknade/);
  });

  test('shows how far a file has been read, and how many documents of it there are so far', async () => {
    const reading: IntakeStatus['reading'] = [{ fileId, fileName: 'post.pdf', pagesRead: 12, pageCount: 30, registeredCount: 4 }];
    await openIntake({
      files: [aFileRow({ state: 'received', pageCount: null, documentCount: null, registeredCount: 4 })],
      intake: { reading },
    });
    await screen.findByText('Läser: 12 av 30 sidor');
    expect(screen.getByRole('progressbar', { name: 'Läser: 12 av 30 sidor' }).getAttribute('aria-valuenow')).toBe('0.4');
    expect(screen.getByText('4 hittills')).toBeTruthy();
  });

  test('a file that could not be read says why and what to do; its button does not open it', async () => {
    const { user, told } = await openIntake({ files: [aFileRow({ state: 'rejected', reason: 'password-protected' })] });
    await screen.findByText(/skyddad med lösenord\. Spara den utan lösenord/);
    await user.click(screen.getByRole('button', { name: 'Försök igen' }));
    await waitFor(() => expect(told).toContain('intake/try-again'));
    screen.getByRole('grid', { name: 'Inkomna filer' });
  });
});

describe('the contact sheet of a file', () => {
  test('groups its pages by document, and says of each what it is', async () => {
    await openSheet();
    await screen.findByText('6 sidor = 3 fakturasidor + 1 bilagesida + 2 borttagna');
    expect(screen.getAllByRole('button', { name: 'Öppna Exempelbolaget AB 10045' })).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Öppna Städ & Fönster AB 77' }).textContent).toBe('Städ & Fönster AB');
    expect(screen.getByText('77 · Kreditfaktura')).toBeTruthy();
    tile(/^Sida 2, Borttagen: tom sida$/);
    tile(/^Sida 3, Exempelbolaget AB 10045, Bilaga, För mörk, Snett > 3°$/);
    tile(/^Sida 4, Borttagen: skiljeblad$/);
    tile(/^Sida 5, Städ & Fönster AB 77, Streckkod$/);
  });

  test('arrows move between pages, and what is marked is told beside it with what to do', async () => {
    const { user } = await openSheet();
    await waitFor(() => expect(document.activeElement).toBe(tile(/^Sida 1/)));
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(tile(/^Sida 3/));
    const details = within(screen.getByRole('region', { name: 'Om sidan' }));
    details.getByText('Bilden är för mörk. Skanna om sidan ljusare.');
    details.getByText(/bilaga: den följer med fakturan/);
    await user.keyboard('{End}{ArrowLeft}');
    details.getByText('Code128: SKILJE-7');
    details.getByText('Sidan hör till Städ & Fönster AB 77 (Kreditfaktura).');
  });

  test('Enter opens the document; Esc comes back to its page in the sheet, and then to the files', async () => {
    const { user } = await openSheet();
    await waitFor(() => expect(document.activeElement).toBe(tile(/^Sida 1/)));
    await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    await screen.findByRole('textbox', { name: 'Fakturanr' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(tile(/^Sida 1,/)));
    await user.keyboard('{Escape}');
    await screen.findByRole('grid', { name: 'Inkomna filer' });
  });

  test('a dropped page is brought back by key, and dropped again', async () => {
    const { user, asked } = await openSheet();
    await waitFor(() => expect(document.activeElement).toBe(tile(/^Sida 1/)));
    await user.keyboard('{ArrowRight}{Control>}t{/Control}');
    await screen.findByText('Sida 2 är tillbakatagen som bilaga.');
    await waitFor(() => tile(/^Sida 2, Exempelbolaget AB 10045, Bilaga, Tillbakatagen$/));
    await screen.findByText('6 sidor = 3 fakturasidor + 2 bilagesidor + 1 borttagen');
    await user.keyboard('{Control>}t{/Control}');
    await waitFor(() => tile(/^Sida 2, Borttagen: tom sida$/));
    expect(asked.filter(({ name }) => name.endsWith('-page')).map(({ name, input }) => [name, input])).toEqual([
      ['intake/restore-page', { fileId, page: 2 }],
      ['intake/drop-page', { fileId, page: 2 }],
    ]);
  });

  test('other pages cannot be brought back, and it says so', async () => {
    const { user, told } = await openSheet();
    await waitFor(() => expect(document.activeElement).toBe(tile(/^Sida 1/)));
    await user.keyboard('{Control>}t{/Control}');
    await screen.findByText('Bara borttagna sidor kan tas tillbaka.');
    expect(told).not.toContain('intake/restore-page');
  });

  test('while the file is read it asks for that file first, and follows; what is ready can be opened', async () => {
    const waiting = (page: number): SheetPage => aSheetPage(page, { role: 'waiting', image: null, invoice: null });
    const held: FilePages = aSheet([aSheetPage(1), waiting(2), waiting(3)], { state: 'received' });
    const { user, asked, becomeSheet } = await openSheet({
      files: [aFileRow({ state: 'received', pageCount: null })],
      sheet: held,
    });
    await screen.findByText('1 av 3 sidor är lästa. 1 dokument kan öppnas redan nu.');
    const preferred = () => asked.filter(({ name }) => name === 'intake/prefer').map(({ input }) => input);
    await waitFor(() => expect(preferred()).toEqual([{ fileId, page: null }]));
    await user.keyboard('{End}');
    await waitFor(() => expect(preferred().at(-1)).toEqual({ fileId, page: 3 }));
    act(() => becomeSheet({ ...held, pages: [aSheetPage(1), aSheetPage(2, { invoice: second }), waiting(3)] }));
    await screen.findByText('2 av 3 sidor är lästa. 2 dokument kan öppnas redan nu.');
    expect(document.activeElement === tile(/^Sida 3, Inte läst än$/)).toBe(true); // the mark stays where it was
    await user.keyboard('{Home}{Enter}');
    await screen.findByRole('textbox', { name: 'Fakturanr' });
  });

  test('when the pages do not add up it says so', async () => {
    await openSheet({ sheet: aSheet(pages, { pageCount: 7 }), files: [aFileRow({ pageCount: 7 })] });
    await screen.findByText(/^Sidorna stämmer inte: 7 sidor kom in, men 6 är räknade/);
  });

  test('a file of 500 pages draws only those in sight', async () => {
    await openSheet({ sheet: aSheet(Array.from({ length: 500 }, (_, place) => aSheetPage(place + 1))) });
    expect(screen.getAllByRole('gridcell').length).toBeLessThan(80);
    await screen.findByText('500 sidor = 500 fakturasidor');
  });
});
