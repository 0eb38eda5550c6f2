// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import { type Permission, rolePermissions } from '../../src/shared/domain/access/index.ts';
import { anna, bo, cecilia, exempelbolaget, theirBankgiro } from '../make/invoices.ts';
import { aRegister, at, otherId } from './a-register.ts';
import { aDropped, aFileRow, aSheet, aSheetPage, fileId } from './a-sheet.ts';
import type { FakeStart } from './fake-engine.ts';
import type { Done } from './fake-registers.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

/** The parts of a supplier's card that one person changes alone, what is covered there, and the ways through its history. */
giveElementsASize();
const keeper = rolePermissions['register-keeper'];
const { id } = exempelbolaget;

async function openCard(start: FakeStart = {}, permissions: readonly Permission[] = keeper) {
  const shown = await showApp([], permissions, { registers: aRegister, ...start });
  await shown.user.click(screen.getByRole('button', { name: 'Leverantörer' }));
  await shown.user.click(await screen.findByRole('row', { name: /^Exempelbolaget AB/ }));
  await screen.findByRole('heading', { level: 2, name: 'Exempelbolaget AB' });
  return shown;
}
const lastInput = (asked: readonly { readonly name: string; readonly input: unknown }[], name: string) =>
  asked.filter((one) => one.name === name).at(-1)?.input;
const field = (name: string | RegExp) => screen.findByRole('textbox', { name });
const region = (name: string) => within(screen.getByRole('region', { name }));
const facts = (by: typeof bo, atMs: number, said: object): Done => ({
  ...{ by, atMs },
  event: { on: 'supplier', id, type: 'supplier-facts-changed', facts: said },
});

describe('what one person may change alone, by keyboard', () => {
  test('an address for invoices, with its days; what is missing is said where it is', async () => {
    const { user, asked } = await openCard();
    await user.keyboard('{F2}');
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Vad ska ändras?' }),
      'Adresser för faktura och leverans',
    );
    await user.click(await screen.findByRole('button', { name: 'Lägg till adress' }));
    await user.type(await field('Gatuadress'), 'Box 100');
    await user.type(await field('Från dag'), '2026-12-01');
    await user.click(screen.getByRole('button', { name: 'Spara uppgifterna' }));
    await screen.findByText(/^Adressen saknar ort/);
    await user.type(await field('Ort'), 'Luleå');
    await user.click(screen.getByRole('button', { name: 'Spara uppgifterna' }));
    await waitFor(() => expect(region('Adresser').getByText('Box 100, Luleå')).toBeTruthy());
    region('Adresser').getByText('från 2026-12-01');
    const addresses = [{ kind: 'invoice', street: 'Box 100', postcode: '', city: 'Luleå', fromDay: '2026-12-01' }];
    expect(lastInput(asked, 'suppliers/change-facts')).toEqual({ supplierId: id, facts: { addresses } });
    expect((await screen.findAllByText(/Faktura: Box 100, Luleå från 2026-12-01/)).length).toBeGreaterThan(0); // in the history
  });

  test('a contact, and an e-invoice channel that cannot be live without a day', async () => {
    const { user, asked } = await openCard();
    await user.click(screen.getByRole('button', { name: 'Ändra: Kontakter' }));
    await user.click(await screen.findByRole('button', { name: 'Lägg till kontakt' }));
    await user.type(await field('Namn'), 'Eva Ek');
    await user.type(await field('Ärende'), 'reskontra');
    await user.type(await field('Telefon'), '031-1');
    await user.click(screen.getByRole('button', { name: 'Spara uppgifterna' }));
    await waitFor(() => expect(region('Kontakter').getByText('Eva Ek')).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Ändra: E-faktura' }));
    await user.type(await field('E-fakturaadress'), '0007:5566778899');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Läge' }), 'I drift');
    await user.click(screen.getByRole('button', { name: 'Spara uppgifterna' }));
    await screen.findByText('Skriv från vilken dag e-fakturor tas emot.');
    await user.type(await field('I drift från'), '2026-11-20{Enter}');
    await waitFor(() => expect(region('E-faktura').getByText('2026-11-20')).toBeTruthy());
    expect(lastInput(asked, 'suppliers/change-facts')).toMatchObject({
      facts: { eInvoice: { channel: 'peppol', address: '0007:5566778899', status: 'live', liveOn: '2026-11-20' } },
    });

    await user.click(screen.getByRole('button', { name: 'Ändra: E-faktura' }));
    await user.click(await screen.findByRole('button', { name: 'Ta bort kanalen' }));
    await waitFor(() => expect(region('E-faktura').queryByText('2026-11-20')).toBeNull());
    expect(lastInput(asked, 'suppliers/change-facts')).toMatchObject({ facts: { eInvoice: null } });
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(region('E-faktura').getByText('2026-11-20')).toBeTruthy());
    expect(region('Historik').getAllByText(/E-faktura/).length).toBe(1 + 3); // as a choice; given, taken away, given back
  });

  test('an id in another system; one that another supplier has is refused in words', async () => {
    const { user, asked } = await openCard({
      registers: [
        ...aRegister,
        {
          ...{ by: bo, atMs: at(5, 1) },
          event: {
            on: 'supplierExternalId',
            id: asId('x'),
            type: 'external-id-given',
            supplierId: otherId,
            system: 'Ekonomi',
            externalId: '7',
          },
        },
      ],
    });
    await user.click(screen.getByRole('button', { name: 'Ändra: Id i andra system' }));
    await user.type(await field('System'), 'Ekonomi');
    await user.type(await field('Id'), '7{Enter}');
    await screen.findByText(/^En annan leverantör har det id:t/);
    await user.clear(await field('Id'));
    await user.type(await field('Id'), '8{Enter}');
    await waitFor(() => expect(region('Id i andra system').getByText('8')).toBeTruthy());
    expect(lastInput(asked, 'suppliers/set-external-id')).toMatchObject({ supplierId: id, system: 'Ekonomi', externalId: '8' });
  });
});

describe('payment numbers', () => {
  test('one is replaced in one change, from a day; the one that goes is named', async () => {
    const { user, asked } = await openCard();
    await user.click(screen.getByRole('button', { name: 'Byt Bankgiro 991-2346' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Slag' }), 'Bankkonto');
    await user.type(await field('Nummer'), '5001-123 45 63');
    await user.type(await field('Gäller från'), '2026-12-01');
    const sides = within(await screen.findByRole('region', { name: 'Före och efter' }));
    sides.getByText('(avslutas)');
    sides.getByText('Bankkonto 5001-1234563, från 2026-12-01');
    await user.type(await field('Varför?'), 'De har bytt bank{Enter}');
    await screen.findByText('Ändringen av Exempelbolaget AB väntar på en annan person.');
    expect(lastInput(asked, 'registers/request-change')).toMatchObject({
      wanted: {
        ...{ kind: 'replace-payment-number', replaces: theirBankgiro.id, numberKind: 'bank-account' },
        ...{ number: '5001-1234563', fromDay: '2026-12-01' },
      },
    });
    expect(await screen.findByRole('row', { name: /Bankgiro 991-2346.*Gäller, avslut väntar/ })).toBeTruthy();
  });
});

test('a page of the letter is pointed out, and who decides sees the new number as it is printed there', async () => {
  const { user, asked } = await openCard(
    { files: [aFileRow({ name: 'brev.pdf' })], sheet: aSheet([aSheetPage(1), aDropped(2, 'separator')]) },
    [...keeper, ...rolePermissions['register-approver']],
  );
  await user.keyboard('{F4}');
  await user.type(await field('Nummer'), '5050-1055');
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Brevet, om det är inläst' }),
    await screen.findByRole('option', { name: /^brev\.pdf/ }),
  );
  await screen.findByRole('img', { name: 'Så står det i underlaget' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sida som visar det' }), 'Sida 2');
  await user.type(await field('Varför?'), 'De har bytt bank{Enter}');
  await screen.findByText('Ändringen av Exempelbolaget AB väntar på en annan person.');
  expect(lastInput(asked, 'registers/request-change')).toMatchObject({
    source: { kind: 'letter', pixels: { fileId, page: 2, box: [0.1, 0.4, 0.3, 0.42], text: '5050-1055' } },
  });
  await user.click(screen.getByRole('button', { name: /^Min kontroll/ }));
  await screen.findByText('Så står det i underlaget, sida 2: 5050-1055');
  expect(await screen.findByRole('img', { name: 'Så står det i underlaget' })).toBeTruthy();
});

describe('what is covered', () => {
  const soleTrader: readonly Done[] = [
    ...aRegister,
    { by: bo, atMs: at(5, 1), event: { on: 'supplier', id, type: 'organisation-number-set', organisationNumber: '8803200016' } },
  ];

  test('a sole trader’s number is shown to who says why, and is in nobody’s history', async () => {
    const { user, asked } = await openCard({ registers: soleTrader });
    expect((await screen.findAllByText('880320-••••')).length).toBe(2); // in the list and on the card
    expect(screen.queryByText('880320-0016')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Visa det dolda' }));
    await user.type(await field('Varför behöver du se det?'), 'nej{Enter}');
    await screen.findByText('Skriv varför, med minst fem tecken.');
    await user.type(await field('Varför behöver du se det?'), ', frågan gällde vem{Enter}');
    await screen.findByText('880320-0016');
    expect(lastInput(asked, 'suppliers/reveal-personal-number')).toEqual({ supplierId: id, reason: 'nej, frågan gällde vem' });
    await screen.findByText('Såg det som är dolt');
  });

  test('who is to decide on such a number sees it whole when they have said why', async () => {
    const changeId = asId<'registerChange'>('0190ffff-0000-7000-8000-00000000000c');
    const requested: Done = {
      ...{ by: bo, atMs: at(11, 21) },
      event: {
        ...{ on: 'registerChange', id: changeId, type: 'change-requested', supplierId: id },
        wanted: { kind: 'set-organisation-number', from: '8803200016', to: '1212121212' },
        ...{ reason: 'fel person', source: { kind: 'letter', note: '', invoiceId: null } },
        ...{ requestedBy: bo, requestedAtMs: at(11, 21) },
      },
    };
    const approver = rolePermissions['register-approver'];
    const { user, asked } = await showApp([], approver, { registers: [...soleTrader, requested] });
    await user.click(screen.getByRole('button', { name: /^Min kontroll/ }));
    await screen.findByText(/^Numret är en persons/);
    expect(screen.queryByText(/121212-1212/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Visa det dolda' }));
    await user.type(await field('Varför behöver du se det?'), 'ska avgöra den{Enter}');
    await screen.findByText('Ändra organisationsnummer: 121212-1212');
    expect(lastInput(asked, 'registers/reveal-change')).toEqual({ changeId, reason: 'ska avgöra den' });
  });
});

describe('the history', () => {
  const life = [...aRegister, facts(anna, at(6, 1), { city: 'Luleå' }), facts(cecilia, at(7, 1), { email: 'a@b.se' })];

  test('is shown of what one asks about', async () => {
    const { user } = await openCard({ registers: life });
    await screen.findByText('E-post: a@b.se');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Visa historiken för' }), 'Adresser');
    await waitFor(() => expect(screen.queryByText('E-post: a@b.se')).toBeNull());
    screen.getByText('Ort: Luleå');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Visa historiken för' }), 'E-faktura');
    await screen.findByText('Inget av det är ändrat.');
  });

  test('two days are held against each other, and a day against now', async () => {
    const { user } = await openCard({ registers: life });
    await user.click(screen.getByRole('button', { name: 'Jämför två dagar' }));
    await user.type(await field('Dag'), '2026-05-15');
    const table = await screen.findByRole('table', { name: 'Jämför två dagar' });
    within(table).getByRole('row', { name: 'Ort Umeå Luleå' });
    within(table).getByRole('row', { name: 'E-post – a@b.se' });
    await user.type(await field('Jämför med'), '2026-06-15');
    await waitFor(() =>
      expect(within(screen.getByRole('table', { name: 'Jämför två dagar' })).getAllByRole('row')).toHaveLength(2),
    );
  });
});

test('a merge asks field by field whose value is to stand', async () => {
  const other: Done = {
    ...{ by: bo, atMs: at(6, 1) },
    event: { on: 'supplier', id: otherId, type: 'supplier-facts-changed', facts: { city: 'Kiruna' } },
  };
  const { user, asked } = await openCard({ registers: [...aRegister, other, facts(anna, at(6, 1), { email: 'a@b.se' })] });
  await user.keyboard('{F4}');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Vad ska ändras?' }), 'Slå ihop med en annan');
  await user.clear(await field('Vilken leverantör ska finnas kvar?'));
  await user.type(await field('Vilken leverantör ska finnas kvar?'), 'norr');
  await user.click(await screen.findByRole('button', { name: /Exempelbolaget i Norr AB/ }));
  expect(await screen.findByRole('combobox', { name: 'Ort' })).toMatchObject({ value: 'survivor' });
  expect(screen.getByRole('combobox', { name: 'E-post' })).toMatchObject({ value: 'merged' }); // only the other has one
  expect(screen.queryByRole('combobox', { name: 'Telefon' })).toBeNull(); // the number to ring comes by no merge
  await user.selectOptions(screen.getByRole('combobox', { name: 'Ort' }), 'Umeå');
  await user.type(await field('Varför?'), 'samma företag{Enter}');
  await waitFor(() =>
    expect(lastInput(asked, 'registers/request-change')).toMatchObject({
      wanted: { kind: 'merge', into: otherId, facts: { city: 'Umeå', email: 'a@b.se' } },
    }),
  );
});
