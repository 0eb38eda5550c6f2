import type { Page } from 'playwright-core';

type Snap = (name: string) => Promise<void>;

/** By name: what other pictures take in stands among them. */
const names = ['Exempelkraft Energi AB', 'Fantasifrukt Grossist AB', 'Låtsas Städ & Service AB'];
const keeper = 'Bo Lind';
const other = 'David Holm';
const approver = 'Cecilia Ek';

/** Locks, if somebody sits there, and sits down as another. */
export async function sitDown(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+L');
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click(); // what is locked says names too
  await page.getByRole('button', { name: /^Leverantörer/ }).waitFor();
}

async function openSupplier(page: Page, row: number): Promise<void> {
  await page.getByRole('button', { name: /^Leverantörer/ }).click();
  await page.getByRole('row', { name: new RegExp(`^${names[row]}`) }).click();
  await page.getByRole('heading', { name: 'Betalnummer' }).waitFor();
}

/** What a register's keeper asks for by keyboard alone; the first supplier's new number waits for a call, the third's is approved. */
export async function askForChanges(page: Page): Promise<void> {
  const { keyboard } = page;
  await sitDown(page, other);
  for (const row of [0, 2]) {
    await openSupplier(page, row);
    await keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Telefon' }).fill(`0920-12 34 ${row}0`);
    await keyboard.press('Enter');
    await page
      .getByText(/^Uppgifterna om .* är sparade/)
      .first()
      .waitFor();
  }
  await sitDown(page, keeper);
  for (const [row, number] of [
    [0, '5050-1055'],
    [2, '5051-6905'],
  ] as const) {
    await openSupplier(page, row);
    await keyboard.press('F4');
    await page.getByRole('combobox', { name: 'Vad ska ändras?' }).waitFor();
    await keyboard.press('Tab'); // kind
    await keyboard.press('Tab'); // number
    await keyboard.type(number);
    await keyboard.press('Tab'); // holder
    await keyboard.press('Tab'); // from when
    await keyboard.press('Tab'); // reason
    await keyboard.type('Har bytt bank enligt brev');
    await keyboard.press('Tab'); // source
    await keyboard.press('Tab'); // its note
    await keyboard.type('Brev 2026-11-20, dnr 412/26');
    await keyboard.press('Enter');
    await page
      .getByText(/väntar på en annan person/)
      .first()
      .waitFor();
  }
  await openSupplier(page, 1);
  await keyboard.press('F4');
  await page.getByRole('combobox', { name: 'Vad ska ändras?' }).selectOption({ label: 'Spärra leverantören' });
  await page.getByRole('textbox', { name: 'Varför ska leverantören spärras?' }).fill('Skickar fakturor som ingen har beställt');
  await keyboard.press('Enter');
  await page
    .getByText(/väntar på en annan person/)
    .first()
    .waitFor();

  await sitDown(page, other);
  await openChange(page, 1);
  await keyboard.press('F8');
  await keyboard.type('Eva Strand, ekonomi');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await page.getByText(/talade med Eva Strand/).waitFor();
  await sitDown(page, approver);
  await openChange(page, 1);
  await page.getByText(/^Godkänner du/).waitFor();
  await keyboard.press('Control+Enter');
  await page.getByText(/^Godkänd av/).waitFor();
}

async function openChange(page: Page, row: number): Promise<void> {
  await page.getByRole('button', { name: /^Min kontroll/ }).click();
  await page.locator(`[role=row][data-row="${row}"]`).click();
  await page.getByRole('heading', { name: 'Avgör' }).waitFor();
}

/** What one person changes alone of a supplier, and a number that is replaced. */
async function takeParts(page: Page, snap: Snap): Promise<void> {
  await openSupplier(page, 2);
  await page
    .getByRole('button', { name: /^Byt Bankgiro/ })
    .first()
    .click();
  await page.getByRole('combobox', { name: 'Slag' }).selectOption({ label: 'Bankkonto' });
  await page.getByRole('textbox', { name: 'Nummer' }).fill('5001-123 45 63');
  await snap('replace-number');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await page.getByRole('combobox', { name: 'Vad ska ändras?' }).selectOption({ label: 'Adresser för faktura och leverans' });
  await page.getByRole('button', { name: 'Lägg till adress' }).click();
  await page.getByRole('textbox', { name: 'Gatuadress' }).fill('Box 1204');
  await page.getByRole('textbox', { name: 'Postnummer' }).fill('903 20');
  await page.getByRole('textbox', { name: 'Ort' }).fill('Umeå');
  await page.getByRole('textbox', { name: 'Från dag' }).fill('2026-12-01');
  await snap('supplier-addresses');
  await page.getByRole('button', { name: 'Spara uppgifterna' }).click();
  await page.getByText('Box 1204, 903 20 Umeå').first().waitFor();
  await page.keyboard.press('F2');
  await page.getByRole('combobox', { name: 'Vad ska ändras?' }).selectOption({ label: 'E-faktura' });
  await page.getByRole('textbox', { name: 'E-fakturaadress' }).fill('0088:7350012345679');
  await page.getByRole('combobox', { name: 'Läge' }).selectOption({ label: 'Testad' });
  await page.getByRole('textbox', { name: 'Testad dag' }).fill('2026-11-18');
  await page.getByRole('combobox', { name: 'Testets resultat' }).selectOption({ label: 'gick bra' });
  await snap('supplier-e-invoice');
  await page.getByRole('button', { name: 'Spara uppgifterna' }).click();
  await page.getByText('0088:7350012345679').first().waitFor();
  await page.getByRole('heading', { name: 'Adresser' }).evaluate((heading) => heading.scrollIntoView());
  await snap('supplier-parts');
  await page.getByRole('button', { name: 'Jämför två dagar' }).click();
  await page.getByRole('textbox', { name: 'Dag', exact: true }).fill('idag');
  await page.getByRole('heading', { name: 'Historik' }).evaluate((heading) => heading.scrollIntoView());
  await snap('supplier-compare');
  await page.getByRole('button', { name: 'Ny leverantör' }).click();
  await page.getByRole('textbox', { name: 'Namn' }).fill('Karin Ek Måleri');
  await page.getByRole('textbox', { name: 'Organisationsnummer' }).fill('19880320-0016');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Visa det dolda' }).click();
  await page.getByRole('textbox', { name: 'Varför behöver du se det?' }).fill('Leverantören ringer om sin faktura');
  await snap('supplier-reveal');
  await page.keyboard.press('Enter');
  await page.getByText('880320-0016').waitFor();
  await snap('supplier-revealed');
}

/** The supplier's card with a number that waits, a change being asked for, a day gone by, and what a second person sees. */
export async function takeRegisters(page: Page, snap: Snap): Promise<void> {
  await sitDown(page, other);
  await openSupplier(page, 0);
  await snap('supplier-card');
  await page.emulateMedia({ media: 'print' });
  await snap('supplier-card-print');
  await page.emulateMedia({ media: null });
  await page.keyboard.press('Control+h');
  await page.keyboard.type('idag');
  await page.getByText(/^Så här stod det i registret/).waitFor();
  await snap('supplier-card-then');
  await page.getByRole('button', { name: 'Visa vad som gäller nu' }).click();
  await page.keyboard.press('F4');
  await page.getByRole('textbox', { name: 'Nummer' }).fill('5051-6905');
  await page.getByRole('textbox', { name: 'Varför?' }).fill('Har bytt bank enligt brev');
  await snap('request-change');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await snap('supplier-facts');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ny leverantör' }).click();
  await page.getByRole('textbox', { name: 'IBAN' }).fill('SE45 5000 0000 0583 9825 7466');
  await snap('new-supplier');
  await page.keyboard.press('Escape');
  await takeParts(page, snap);
  await openSupplier(page, 2);
  await page.getByRole('heading', { name: 'Historik' }).evaluate((heading) => heading.scrollIntoView());
  await snap('supplier-history');
  await openChange(page, 0);
  await snap('change-to-ring');
  await sitDown(page, approver);
  await openChange(page, 0);
  await snap('pending-change');
  await page.getByRole('button', { name: 'Neka' }).scrollIntoViewIfNeeded();
  await page.keyboard.press('F7');
  await snap('pending-change-refused');
  await page.getByRole('tab', { name: 'Avgjorda' }).click();
  await page.locator('[role=row][data-row="0"]').click();
  await snap('settled-change');
}
