// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { rolePermissions } from '../../src/shared/domain/access/index.ts';
import type { ExchangeStart } from './fake-exchange.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

const keeper = rolePermissions['register-keeper'];
const known: NonNullable<ExchangeStart['known']> = {
  '5560160680': { id: 'k1', record: { name: 'Alm Bygg AB', organisationNumber: '5560160680', city: 'Umeå' }, waiting: {} },
};
const text = [
  'Företag;Orgnr;Stad;Telefonväxel;BG',
  'Alm Bygg AB;556016-0680;Luleå;;',
  'Björks El AB;556036-0793;Gävle;026-10 20 30;5050-1055',
  '=Ceders Tak AB;556056-6258;Ystad;;',
  'Dahls Rör AB;556056-6259;Lund;;',
].join('\n');

async function showImport(start: ExchangeStart = {}) {
  const shown = await showApp([], keeper, { known, ...start });
  await shown.user.click(screen.getByRole('button', { name: 'Leverantörer' }));
  await shown.user.click(await screen.findByRole('button', { name: 'Importera och exportera …' }));
  await screen.findByRole('heading', { level: 1, name: 'Importera register' });
  const choose = async (content = text, name = 'leverantörer.csv') => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (input === null) throw new Error('a file can be chosen');
    await shown.user.upload(input, new File([content], name, { type: 'text/csv' }));
  };
  return { ...shown, choose };
}
const fieldOf = (column: string) => screen.findByRole('combobox', { name: `Blir uppgiften: ${column}` });
const rows = async () =>
  within(await screen.findByRole('grid', { name: 'Filens rader' }))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent);
const ctrlEnter = '{Control>}{Enter}{/Control}';

describe('the import of a register', () => {
  giveElementsASize();

  test('suggests what columns are, lets a person choose, and says what the mapping lacks', async () => {
    const { user, choose } = await showImport();
    await choose();
    expect(((await fieldOf('Företag')) as HTMLSelectElement).value).toBe('name');
    expect(((await fieldOf('BG')) as HTMLSelectElement).value).toBe('bankgiro');
    expect(screen.getByRole('row', { name: /^Företag/ }).textContent).toContain('Alm Bygg AB · Björks El AB');
    await user.selectOptions(await fieldOf('Företag'), 'Läs inte');
    expect((await screen.findAllByText('Namn: Ingen kolumn är vald för ett fält som måste finnas.')).length).toBeGreaterThan(0);
    await user.keyboard(ctrlEnter); // not now
    expect(screen.queryByRole('grid', { name: 'Filens rader' })).toBeNull();
    await user.selectOptions(await fieldOf('Företag'), 'Namn');
    await user.keyboard(ctrlEnter);
    await screen.findByRole('grid', { name: 'Filens rader' });
  });

  test('judges each row with what is amiss beside it, filters, leaves out with Space, takes the rest and gives a receipt', async () => {
    const { user, choose, asked } = await showImport();
    await choose();
    await fieldOf('Företag');
    await user.keyboard(ctrlEnter);
    expect(await rows()).toEqual([
      expect.stringMatching(/^2Ändrad.*Alm Bygg AB.*Ort Luleå.*Ja$/),
      expect.stringMatching(/^3Ny.*Björks El AB.*Läggs upp.*Bankgiro: Ändringen väntar på en andra person\..*Ja$/),
      expect.stringMatching(/^4Ny.*Texten ser ut som en formel.*Ja$/),
      expect.stringMatching(/^5Fel.*Orgnr: Kontrollsiffran är fel\..*–$/),
    ]);
    await screen.findByText(
      '3 rader tas in: 2 nya, 1 ändrade. 1 rad har något som väntar på en andra person. 1 rad är fel och tas inte in.',
    );
    expect(screen.getAllByRole('tab').map(({ textContent }) => /^\D+\d/.exec(textContent ?? '')?.[0])).toEqual([
      'Alla 4',
      'Nya 2',
      'Ändrade 1',
      'Oförändrade 0',
      'Fel 1',
      'Väntar på kontroll 1',
      'Med varning 1',
    ]);
    const pane = () => screen.getByRole('region', { name: 'Om raden' });
    expect(pane().textContent).toContain('OrtUmeåLuleåDirekt');
    await user.click(screen.getByRole('tab', { name: /^Väntar/ }));
    expect(await rows()).toEqual([expect.stringContaining('Björks El AB')]);
    expect(pane().textContent).toContain('Bankgiro5050-1055När en andra person godkänt');
    await user.click(screen.getByRole('tab', { name: /^Alla/ }));
    await rows();
    await user.keyboard('{ArrowDown}{ArrowDown} ');
    expect((await rows())[2]).toMatch(/Nej$/);
    await user.keyboard('{ArrowDown} '); // a wrong row cannot be taken
    await screen.findByText(/^2 rader tas in\. 1 lämnas utanför\./);
    await user.click(screen.getByRole('button', { name: 'Ta in 2 rader' }));
    expect(asked.find(({ name }) => name === 'exchange/start-import')?.input).toMatchObject({ acceptance: { exceptRows: [4] } });
    const receipt = within(await screen.findByRole('region', { name: 'Kvitto' }));
    receipt.getByText('1 ändring väntar nu på en andra person.');
    expect(
      receipt
        .getAllByRole('definition')
        .map(({ textContent }) => textContent)
        .slice(0, 5),
    ).toEqual(['2', '0', '1', '1', '0']);
    expect((await rows()).map((row) => row?.replace(/^.*?(Införd|Utelämnad|Fel)$/, '$1'))).toEqual([
      'Införd',
      'Införd',
      'Utelämnad',
      'Fel',
    ]);
    await user.keyboard(ctrlEnter);
    await screen.findByText(/^CSV eller Excel/);
  });

  test('remembers the mapping for the next file of the kind, and keeps one under a name', async () => {
    const { user, choose, asked } = await showImport();
    await choose();
    await user.selectOptions(await fieldOf('Telefonväxel'), 'Läs inte');
    await user.type(screen.getByRole('textbox', { name: 'Spara kopplingen som mall' }), 'Kommunens lista{Enter}');
    await screen.findByRole('button', { name: 'Ta bort mallen' });
    await user.keyboard(ctrlEnter);
    await rows();
    expect(
      asked.filter(({ name }) => name === 'exchange/save-mapping').map(({ input }) => (input as { name: string }).name),
    ).toEqual(['Kommunens lista', 'Senast använd']);
    await user.keyboard('{Escape}');
    expect(((await fieldOf('Telefonväxel')) as HTMLSelectElement).value).toBe(''); // one step back loses nothing
    await user.keyboard('{Escape}');
    await choose();
    expect(((await fieldOf('Telefonväxel')) as HTMLSelectElement).value).toBe('');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Mall' }), 'Programmets förslag');
    expect(((await fieldOf('Telefonväxel')) as HTMLSelectElement).value).toBe('phone');
  });

  test('shows how far it has come, can be cancelled, and is still there after a look at something else', async () => {
    const { user, choose, becomeJob, finishJobs } = await showImport({ slowly: true });
    await choose();
    await fieldOf('Företag');
    await user.keyboard(ctrlEnter);
    becomeJob({ rowsDone: 2 });
    await screen.findByText('2 rader granskade');
    await user.click(screen.getByRole('button', { name: 'Inkommet' }));
    await screen.findByRole('heading', { level: 1, name: 'Inkommet' });
    finishJobs();
    await user.click(screen.getByRole('button', { name: 'Leverantörer' }));
    await user.click(await screen.findByRole('button', { name: 'Importera och exportera …' }));
    await rows();
    await user.keyboard(ctrlEnter);
    await screen.findByText('Tar in: 0 av 4 rader');
    becomeJob({ rowsDone: 1 });
    await screen.findByText('Tar in: 1 av 4 rader');
    await user.click(screen.getByRole('button', { name: 'Avbryt' }));
    await screen.findByText(/^Importen avbröts\. Det som togs in står kvar\./);
  });

  test('says what to do with a file that is empty, and when the program has started anew', async () => {
    const { user, choose, forgetFiles } = await showImport();
    await choose('', 'tom.csv');
    expect((await screen.findAllByText('Filen är tom.')).length).toBeGreaterThan(0);
    await user.keyboard('{Escape}');
    await choose();
    await fieldOf('Företag');
    forgetFiles();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Teckenkodning' }), 'windows-1252');
    expect((await screen.findAllByText(/^Programmet har startat om och filen är inte kvar/)).length).toBeGreaterThan(0);
  });

  test('a wrong cell is mended beside the row, and judged again at once; or all in a file of their own', async () => {
    const { user, choose, asked } = await showImport();
    await choose();
    await fieldOf('Företag');
    await user.keyboard(ctrlEnter);
    await user.click(await screen.findByRole('tab', { name: /^Fel/ }));
    const cell = await screen.findByRole('textbox', { name: 'Orgnr' });
    expect((cell as HTMLInputElement).value).toBe('556056-6259');
    await user.click(screen.getByRole('button', { name: 'Spara felen som Excel' }));
    expect(asked.at(-1)).toMatchObject({
      name: 'exchange/write-wrong',
      input: { kind: 'xlsx', words: { heading: 'Att rätta', findings: { 'wrong-check-digit': 'Kontrollsiffran är fel.' } } },
    });
    await screen.findAllByText('leverantörer-2026-11-22.xlsx är skriven, med 1 rad.');
    await user.clear(cell);
    await user.type(cell, '559010-1019{Enter}');
    expect((await screen.findAllByText('Raden är rätt nu.')).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('tab', { name: /^Alla/ }));
    expect((await rows()).at(-1)).toContain('Ny');
  });

  test('rows are pasted from a spreadsheet, and a register is chosen first', async () => {
    const { user, asked } = await showImport();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Register' }), 'Kunder');
    await user.click(screen.getByRole('heading', { level: 1 }));
    await user.paste('Namn;Personnr\nEva Ek;191212121212\n');
    expect(((await fieldOf('Namn')) as HTMLSelectElement).value).toBe('name');
    expect(asked.filter(({ name }) => name === 'exchange/take-file').at(-1)?.input).toMatchObject({
      register: 'customers',
      name: 'Inklistrat.txt',
    });
  });

  test('writes the register to a file', async () => {
    const { user, asked } = await showImport();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Form' }), 'Marknadsplatsen');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Filtyp' }), 'Excel');
    await user.click(screen.getByRole('button', { name: 'Exportera' }));
    expect(asked.at(-1)).toMatchObject({ name: 'exchange/export', input: { kind: 'xlsx', mapping: { delimiter: ',' } } });
    expect((await screen.findAllByText('suppliers-2026-11-22.csv är skriven, med 3 rader.')).length).toBeGreaterThan(0);
  });
});
