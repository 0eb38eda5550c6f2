// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import { rolePermissions } from '../../src/shared/domain/access/index.ts';
import type { WantedChange } from '../../src/shared/domain/register-changes/index.ts';
import { bo, exempelbolaget } from '../make/invoices.ts';
import { aRegister, at, otherId } from './a-register.ts';
import type { Done } from './fake-registers.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();
const idOf = (n: number) => `0190ffff-0000-7000-8000-0000000000b${n}`;
const importId = '0190eeee-0000-7000-8000-000000000001';
const wants = (n: number, wanted: WantedChange, supplierId = exempelbolaget.id): Done => ({
  by: bo,
  atMs: at(11, 21),
  event: {
    ...{ on: 'registerChange', id: asId(idOf(n)), type: 'change-requested', supplierId, wanted, reason: 'import' },
    source: { kind: 'import', note: 'leverantörer.csv', invoiceId: null, importId },
    ...{ requestedBy: bo, requestedAtMs: at(11, 21) + n },
  },
});
const bankgiro = (n: number): WantedChange => ({
  ...{ kind: 'add-payment-number', numberId: asId(`0190cccc-0000-7000-8000-0000000000b${n}`), numberKind: 'bankgiro' },
  ...{ number: '50501055', holder: null },
});
const changes: readonly Done[] = [
  wants(1, { kind: 'set-payment-days', from: null, to: 30 }),
  wants(2, { kind: 'set-payment-days', from: null, to: 20 }, otherId),
  wants(3, { kind: 'block', blockedFor: 'Bestrids' }),
  wants(4, bankgiro(4), otherId),
  wants(5, { kind: 'set-payment-days', from: null, to: 45 }), // the register has moved when the first is approved
];

test('what a file asked for is approved together but for what something speaks against; each row says what came of it', async () => {
  const { user, asked } = await showApp([], rolePermissions['register-approver'], {
    registers: [...aRegister, ...changes],
    changeFindings: { [idOf(3)]: ['open-control'] },
  });
  await user.click(await screen.findByRole('button', { name: /^Min kontroll/ }));
  await user.click(await screen.findByRole('tab', { name: /^Ur filer/ }));
  await screen.findByText(
    /^1 betalnummer, 3 × ändra betalningsvillkor och 1 × spärra leverantören ur leverantörer\.csv, .* av Bo Lind\. 1 har fynd och avgörs för sig\./,
  );
  const rows = () =>
    within(screen.getByRole('grid', { name: 'Filens ändringar' }))
      .getAllByRole('row')
      .slice(1)
      .map((row) => [
        row.getAttribute('aria-selected'),
        row.textContent?.replace(/^.*(Att avgöra|Ring först|Öppen kontroll|Godkänd|Registret har.*)$/, '$1'),
      ]);
  expect(rows()).toEqual([
    ['true', 'Att avgöra'],
    ['true', 'Att avgöra'],
    ['false', 'Öppen kontroll'],
    ['false', 'Ring först'],
    ['true', 'Att avgöra'],
  ]);
  await user.keyboard('{Control>}a{/Control}'); // what has a finding is not chosen by that either
  screen.getByText('4 är valda.');
  const bar = () => within(screen.getByRole('region', { name: 'Avgör tillsammans' }));
  bar().getByRole('button', { name: 'Neka 4 …' });
  await user.click(bar().getByRole('button', { name: 'Godkänn 3' }));
  await screen.findByText(/^2 är godkända\. 1 gick inte att avgöra/);
  await waitFor(() =>
    expect(rows().map(([, says]) => says)).toEqual([
      'Godkänd',
      'Godkänd',
      'Öppen kontroll',
      'Ring först',
      expect.stringMatching(/^Registret har ändrats/),
    ]),
  );
  const decided = asked.filter(({ name }) => name === 'registers/decide-change').map(({ input }) => input);
  expect(decided).toEqual([1, 2, 5].map((n) => ({ changeId: idOf(n), refusal: null })));

  await user.click(bar().getByRole('button', { name: 'Neka 2 …' }));
  await user.type(await screen.findByRole('textbox', { name: 'Varför nekas de?' }), 'Filen var fel{Enter}');
  await screen.findByText(/2 är nekade\./);
  expect(asked.filter(({ name }) => name === 'registers/decide-change').at(-1)?.input).toMatchObject({
    refusal: 'Filen var fel',
  });
});

test('whoever asked for them by the file decides none of them', async () => {
  const { user } = await showApp([], [...rolePermissions['register-approver'], ...rolePermissions['register-keeper']], {
    registers: [
      ...aRegister,
      ...changes.map((done) => JSON.parse(JSON.stringify(done).replaceAll(bo, '0190aaaa-0000-7000-8000-000000000001'))),
    ],
  });
  await user.click(await screen.findByRole('button', { name: /^Min kontroll/ }));
  await user.click(await screen.findByRole('tab', { name: /^Ur filer/ }));
  await screen.findByText('0 är valda.');
  expect(screen.getByRole('button', { name: /^Godkänn 0/ }).getAttribute('aria-disabled')).toBe('true');
});
