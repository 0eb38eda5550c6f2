// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { TwinPair } from '../../src/shared/contract/register-twins.ts';
import { rolePermissions } from '../../src/shared/domain/access/index.ts';
import { aTwinRow } from './fake-twins.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

const idOf = (place: number) => `0190bbbb-0000-7000-8000-00000000001${place}`;
const pairs: readonly TwinPair[] = [
  {
    rows: [
      aTwinRow({ id: idOf(1), name: 'Alm Bygg AB', number: '556016-0680', street: 'Ågatan 1' }),
      aTwinRow({ id: idOf(2), name: 'Alm Bygg Aktiebolag', number: '556016-0680', street: 'Ågatan 2' }),
    ],
    score: 100,
    reasons: ['organisation-number', 'name', 'city'],
  },
  {
    rows: [aTwinRow({ id: idOf(3), name: 'Björks El' }), aTwinRow({ id: idOf(4), name: 'Björk El' })],
    score: 65,
    reasons: ['payment-number', 'other-organisation-number'],
  },
];
const keeper = rolePermissions['register-keeper'];

async function showTwins() {
  const shown = await showApp([], keeper, { twins: pairs });
  await shown.user.click(screen.getByRole('button', { name: 'Leverantörer' }));
  await shown.user.click(await screen.findByRole('button', { name: 'Dubbletter …' }));
  await screen.findByRole('heading', { level: 1, name: 'Dubbletter i registret' });
  return shown;
}
const rowsShown = async () =>
  within(await screen.findByRole('grid', { name: 'Par som kan vara samma' }))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent);

describe('twins of the register', () => {
  giveElementsASize();

  test('are looked for with progress, which can be stopped', async () => {
    const { user, becomeTwins } = await showTwins();
    await screen.findByText('Här är inget sökt ännu.');
    await user.keyboard('{F5}');
    await screen.findByText('Jämför: 50 av 200 rader');
    expect(screen.getByRole('progressbar', { name: 'Jämför: 50 av 200 rader' }).getAttribute('aria-valuenow')).toBe('0.25');
    await user.click(screen.getByRole('button', { name: 'Avbryt sökningen' }));
    await screen.findByText('Sökningen avbröts.');
    await user.keyboard('{F5}');
    becomeTwins({ state: 'failed' });
    await screen.findByText('Sökningen gick inte att göra klart.');
  });

  test('are shown with why, side by side, and dismissed with a reason', async () => {
    const { user, becomeTwins, asked } = await showTwins();
    becomeTwins({ state: 'done', found: 2 });
    expect(await rowsShown()).toEqual([
      'Säkert samma (100)Alm Bygg AB och Alm Bygg AktiebolagSamma organisationsnummer, samma namn, samma ort',
      'Kanske samma (65)Björks El och Björk ElSamma betalnummer, men olika organisationsnummer',
    ]);
    const facts = within(await screen.findByRole('table', { name: 'Sida vid sida' }));
    expect(facts.getByRole('row', { name: /Org\.nr/ }).textContent).toContain('lika');
    expect(facts.getByRole('row', { name: /Gatuadress/ }).textContent).toContain('skiljer sig');

    await user.keyboard('{ArrowDown}{F7}');
    const why = await screen.findByRole('textbox', { name: /Hur vet du det/ });
    await user.type(why, 'nej{Enter}');
    await screen.findByText('Skriv varför, med minst fem tecken.');
    await user.clear(why);
    await user.type(why, 'Två bröder med var sin firma{Enter}');
    expect(asked.at(-1)).toMatchObject({
      name: 'registers/dismiss-twins',
      input: { ids: [idOf(3), idOf(4)], reason: 'Två bröder med var sin firma' },
    });
    await waitFor(async () => expect(await rowsShown()).toHaveLength(1));
    expect((await screen.findAllByText('Björks El och Björk El är inte samma. De föreslås inte igen.')).length).toBeGreaterThan(
      0,
    );
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await rowsShown()).toHaveLength(2));
    expect(asked.at(-1)).toEqual({ name: 'registers/propose-again', input: { register: 'supplier', ids: [idOf(3), idOf(4)] } });
  });

  test('are merged by asking: the survivor is chosen, a second person is waited for, and Ctrl+Z takes it back', async () => {
    const { user, becomeTwins, asked } = await showTwins();
    becomeTwins({ state: 'done', found: 2 });
    await rowsShown();
    await user.keyboard('{F4}');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Vem ska finnas kvar?' }), idOf(2));
    await screen.findByText(/^Alm Bygg AB går upp i Alm Bygg Aktiebolag\..*förrän en andra person .* tas isär i 30 dagar\.$/);
    const street = await screen.findByRole('combobox', { name: 'Gatuadress' });
    expect((street as HTMLSelectElement).value).toBe('survivor'); // what the one that stays has, where it has any
    street.focus();
    await user.selectOptions(street, 'Ågatan 1');
    await user.type(screen.getByRole('textbox', { name: /Varför är de samma/ }), 'Samma firma, två stavningar{Enter}');
    expect(asked.at(-1)).toMatchObject({
      name: 'registers/request-change',
      input: {
        supplierId: idOf(1),
        wanted: { kind: 'merge', into: idOf(2), facts: { street: 'Ågatan 1' } },
        reason: 'Samma firma, två stavningar',
      },
    });
    await screen.findByText('Anna Berg har begärt att de slås ihop. Det väntar på en andra person.');
    expect(screen.getByRole('button', { name: /^Slå ihop/ }).getAttribute('aria-disabled')).toBe('true');
    await user.keyboard('{Control>}z{/Control}');
    expect(asked.at(-1)).toMatchObject({ name: 'registers/withdraw-change' });
    await waitFor(() => expect(screen.queryByText(/har begärt att de slås ihop/)).toBeNull());
    expect(screen.getByRole('button', { name: /^Slå ihop/ }).getAttribute('aria-disabled')).not.toBe('true');
  });
});
