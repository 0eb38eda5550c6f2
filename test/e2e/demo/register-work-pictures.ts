import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { program } from '../../../src/main/engine/people.ts';
import { addDays, dayInSweden } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { uuid } from '../../../src/shared/contract/uuid.ts';
import type { ControlCheck } from '../../../src/shared/domain/supplier-control/index.ts';
import { anEngine } from '../../make/engine.ts';
import { sitDown } from './register-pictures.ts';

type Snap = (name: string) => Promise<void>;

/** What a control service would have answered, and doubles that somebody has put in the register. Done while the program is closed. */
export async function prepareRegisterWork(workspace: string): Promise<void> {
  await using engine = await anEngine(workspace);
  const { page } = engine;
  const { people } = await page.query('session/read', {});
  const bo = people.find(({ name }) => name === 'Bo Lind');
  const cecilia = people.find(({ name }) => name === 'Cecilia Ek');
  if (bo === undefined || cecilia === undefined) throw new Error('the demonstration has its people');
  await page.task('session/choose-person', { personId: bo.id });
  const suppliers = await page.query('suppliers/list', { search: '', limit: 20 });
  for (const [place, name] of [
    [0, 'Exempelkraft Energi Aktiebolag'],
    [2, 'Låtsas Städ och Service AB'],
  ] as const) {
    const card = await page.query('suppliers/card', { supplierId: asId<'supplier'>(suppliers[place]?.id ?? '') });
    const { street, postcode, city } = card?.supplier ?? {};
    await page.execute('suppliers/register', {
      ...{ supplierId: asId<'supplier'>(uuid()), name, organisationNumber: null, vatNumber: null, paymentNumbers: [] },
      ...{ street: street ?? null, postcode: postcode ?? null, city: city ?? null },
    });
  }
  const today = dayInSweden(Date.now());
  const said: readonly (readonly [number, ControlCheck, string])[] = [
    [0, 'f-tax', 'F-skatten är återkallad från och med den 1 november.'],
    [1, 'status', 'Konkurs inledd vid Låtsasby tingsrätt.'],
    [2, 'debts', 'Skulder hos Kronofogden: 48 200 kr fördelade på 3 mål.'],
    [3, 'vat-registration', 'Inte momsregistrerad.'],
    [4, 'person-relation', 'Styrelsens suppleant har samma personnummer som en anställd.'],
    [3, 'f-tax', 'Har FA-skatt, inte F-skatt.'],
  ];
  await engine.engine.parts.execute(program, 'supplier-control/report-verdicts', {
    source: 'Kontrolltjänsten',
    verdicts: said.map(([place, about, note]) => ({
      ...{ verdictId: asId(uuid()), findingId: asId(uuid()), supplierId: asId(suppliers[place]?.id ?? ''), about, note },
      ...{ result: 'remark' as const, onDay: addDays(today, -2) },
    })),
  });
  const { rows } = await page.query('supplier-control/inbox', { folder: 'due', after: null, limit: 20 });
  const idOf = (about: ControlCheck) => rows.find((row) => row.about === about)?.id ?? asId('');
  await page.execute('supplier-control/comment', { findingId: idOf('status'), text: 'Ringt förvaltaren: alla köp är stoppade.' });
  const toCecilia = { personId: cecilia.id, text: 'Kan du fråga dem när det är betalt?' };
  await page.execute('supplier-control/share', { findingId: idOf('debts'), ...toCecilia });
  const aWhile = { days: 30, reason: 'Omregistreringen är på gång' } as const;
  await page.execute('supplier-control/snooze', { findingId: idOf('vat-registration'), ...aWhile });
}

/** A file such as an old economy system gives: other names of columns, a wrong digit, a formula, a number that is another each time. */
const importedFile = (phone: string) =>
  [
    'Lev.namn;Orgnr;Adress;Postnr;Postort;Telefonväxel;BG;Anm.',
    `Påhittade Kontorsvaror AB;555901-0128;Gemgatan 4;999 12;Exempelstad;${phone};5050-1055;bytte adress i våras`,
    'Ödesfjärdens Båt & Motor AB;556016-0680;Hamnvägen 2;123 45;Ödesfjärden;0176-10 20 30;5051-6905;',
    'Åkessons Måleri AB;556036-0793;Färggränd 7;234 56;Åby;;;',
    '=Ceders Tak AB;556056-6258;Takåsen 1;345 67;Ystad;;;',
    'Dahls Rör AB;556056-6259;Rörvägen 3;456 78;Lund;;;fel siffra',
    'Sagolika Medicinteknik AB;555903-3450;Pulsgränd 9;999 56;Sagostad;099-77 88 99;991-3039;',
    '',
  ].join('\r\n');

/** The import of a register step by step, twins, and the inbox of controls. */
export async function takeRegisterWork(page: Page, snap: Snap): Promise<void> {
  const { keyboard } = page;
  await sitDown(page, 'Bo Lind');
  const suppliers = () => page.getByRole('button', { name: /^Leverantörer/ }).click();
  await suppliers();
  await page.getByRole('button', { name: 'Importera och exportera …' }).click();
  await page.getByRole('button', { name: 'Välj fil …' }).waitFor();
  await snap('import-file');
  const folder = await mkdtemp(join(tmpdir(), 'fakturist-import-'));
  const path = join(folder, 'leverantörer 2026.csv');
  await writeFile(path, Buffer.from(importedFile(`099-${Date.now() % 1_000_000}`), 'latin1'));
  await page.locator('input[accept*=".csv"]').setInputFiles(path);
  await page.getByRole('combobox', { name: 'Blir uppgiften: Orgnr' }).waitFor();
  await snap('import-columns');
  await page.getByRole('combobox', { name: 'Blir uppgiften: Lev.namn' }).selectOption({ label: 'Namn' });
  await keyboard.press('Control+Enter');
  await page.getByRole('grid', { name: 'Filens rader' }).waitFor();
  await snap('import-wizard');
  await page.getByRole('tab', { name: /^Fel/ }).click();
  await snap('import-wrong');
  await keyboard.press('Control+Enter');
  await page.getByText('Allt är klart.').waitFor();
  await snap('import-receipt');
  await rm(folder, { recursive: true, force: true });

  await sitDown(page, 'Cecilia Ek');
  await page.getByRole('button', { name: /^Min kontroll/ }).click();
  await page.getByRole('tab', { name: /^Ur filer/ }).click();
  await page.getByRole('grid', { name: 'Filens ändringar' }).waitFor();
  await snap('changes-of-import');
  await sitDown(page, 'Bo Lind');

  await suppliers();
  await page.getByRole('button', { name: 'Dubbletter …' }).click();
  await page.getByRole('heading', { name: 'Dubbletter i registret' }).waitFor();
  await keyboard.press('F5');
  await page.getByRole('grid', { name: 'Par som kan vara samma' }).waitFor();
  await snap('twins');
  await keyboard.press('F4');
  await page.getByRole('combobox', { name: 'Vem ska finnas kvar?' }).waitFor();
  await snap('twins-merge');
  await keyboard.press('Escape');

  await page.getByRole('button', { name: /^Kontroller/ }).click();
  await page.getByRole('grid', { name: 'Kontrollpunkter' }).waitFor();
  await snap('controls-inbox');
  await keyboard.press('F8');
  await page.getByRole('combobox', { name: 'Hur länge?' }).waitFor();
  await snap('controls-snooze');
  await keyboard.press('Escape');
}
