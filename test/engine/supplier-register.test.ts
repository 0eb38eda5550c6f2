import { expect, test } from 'vitest';
import { prepareQueries } from '../../src/main/engine/queries/prepare-queries.ts';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { type Day, dayInSweden } from '../../src/shared/base/day.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import type { Role } from '../../src/shared/domain/access/index.ts';
import type { WantedChange } from '../../src/shared/domain/register-changes/index.ts';
import type { PaymentNumber } from '../../src/shared/domain/suppliers/index.ts';
import { anEngine } from '../make/engine.ts';
import { aField, anna, aVerifiedInvoice, bo, cecilia, exempelbolaget, someFields, theirBankgiro } from '../make/invoices.ts';
import { aFolder, aWorkspaceFile } from '../make/workspace.ts';

/** The supplier register by a real engine: what is kept, what is covered for whom, and what leads to a supplier. */

const dina = asId<'person'>('0190aaaa-0000-7000-8000-0000000000d1');
const [karin, company] = [1, 2].map((n) => asId<'supplier'>(`0190bbbb-0000-7000-8000-0000000000f${n}`)) as [
  ReturnType<typeof asId<'supplier'>>,
  ReturnType<typeof asId<'supplier'>>,
];
const who = (id: PersonId, name: string, role: Role) => ({
  ...{ id, name, initials: name.slice(0, 2), human: true },
  grants: [{ id: asId<'grant'>(uuid()), role }],
});
const empty = { vatNumber: null, street: null, postcode: null, city: null, paymentNumbers: [] };

async function aRegister(folder: string) {
  const seat = await anEngine(folder);
  const { page } = seat;
  await page.execute('access/found-workspace', {
    people: [
      who(anna, 'Anna Berg', 'register-keeper'),
      who(bo, 'Bo Lind', 'administrator'),
      who(cecilia, 'Cecilia Ek', 'register-approver'),
      who(dina, 'Dina Ask', 'verification-clerk'),
    ],
  });
  const sit = (personId: PersonId) => page.task('session/choose-person', { personId });
  await sit(anna);
  const vatNumber = 'SE880320001601';
  const sole = { ...empty, vatNumber, street: 'Hemliga gatan 1', city: 'Ystad', organisationNumber: '8803200016' };
  await page.execute('suppliers/register', { supplierId: karin, name: 'Karin Ek Måleri', ...sole });
  await page.execute('suppliers/register', {
    supplierId: company,
    name: 'Bolaget AB',
    ...empty,
    organisationNumber: '5566778899',
  });
  const ask = async (supplierId: typeof karin, wanted: WantedChange) => {
    const changeId = asId<'registerChange'>(uuid());
    const source = { kind: 'letter', note: 'brev 20 november', invoiceId: null } as const;
    const asked = await page.execute('registers/request-change', {
      changeId,
      supplierId,
      wanted,
      reason: 'de har skrivit',
      source,
    });
    return { changeId, asked };
  };
  return { ...seat, sit, ask, [Symbol.asyncDispose]: () => seat[Symbol.asyncDispose]() };
}
const noneOf = (value: unknown, ...secrets: readonly string[]) => {
  const text = JSON.stringify(value);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
};

test('a sole trader’s number is whole nowhere until somebody has said why, and then for that person only', async () => {
  using folder = aFolder();
  await using seat = await aRegister(folder.path);
  const { page, sit, ask } = seat;
  const asked = await ask(karin, { kind: 'set-organisation-number', from: '880320-••••', to: '121212-1212' });
  expect(asked.asked.ok).toBe(true);
  const today = dayInSweden(Date.now());
  const everywhere = async () => [
    await page.query('suppliers/card', { supplierId: karin }),
    await page.query('suppliers/list', { search: 'Karin', limit: 10 }),
    await page.query('registers/search', { register: 'supplier', text: 'Karin', limit: 10 }),
    await page.query('registers/history', { register: 'supplier', id: karin, before: null, limit: 100 }),
    await page.query('registers/as-of', { register: 'supplier', id: karin, day: today }),
    await page.query('register-changes/list', { folder: 'pending', limit: 10 }),
    await page.query('register-changes/of-supplier', { supplierId: karin, limit: 10 }),
  ];
  for (const person of [anna, cecilia, dina]) {
    await sit(person);
    noneOf(await everywhere(), '0016', '1212121212', '121212-1212');
  }
  await sit(dina);
  const reason = 'frågan gällde vem';
  expect(await page.execute('suppliers/reveal-personal-number', { supplierId: karin, reason })).toMatchObject({ ok: false });
  await expect(page.query('suppliers/revealed', { supplierId: karin })).rejects.toThrow();
  await sit(anna);
  expect(await page.query('suppliers/revealed', { supplierId: karin })).toBeNull();
  expect(await page.execute('suppliers/reveal-personal-number', { supplierId: karin, reason })).toMatchObject({ ok: true });
  expect(await page.query('suppliers/revealed', { supplierId: karin })).toMatchObject({
    supplier: { organisationNumber: '8803200016' },
  });
  expect(await page.execute('suppliers/reveal-personal-number', { supplierId: company, reason })).toMatchObject({
    error: { code: 'nothing-covered' },
  });
  await sit(cecilia);
  await expect(page.query('suppliers/revealed', { supplierId: karin })).rejects.toThrow(); // it was shown to another
  expect(await page.query('register-changes/revealed', { changeId: asked.changeId })).toBeNull();
  const looked = await page.execute('registers/reveal-change', { changeId: asked.changeId, reason: 'ska avgöra den' });
  expect(looked.ok).toBe(true);
  const wanted = { from: '8803200016', to: '1212121212' };
  expect(await page.query('register-changes/revealed', { changeId: asked.changeId })).toMatchObject({ wanted });
  const lines = await page.query('registers/history', { register: 'supplier', id: karin, before: null, limit: 100 });
  const reveals = lines.filter(({ type }) => type === 'personal-number-revealed').map(({ actorName }) => actorName);
  expect(reveals).toEqual(['Cecilia Ek', 'Anna Berg']);
});

test('a protected identity is put on by one, lifted by two, and found by no town meanwhile', async () => {
  using folder = aFolder();
  await using seat = await aRegister(folder.path);
  const { page, sit, ask } = seat;
  const found = async (text: string) =>
    (await page.query('registers/search', { register: 'supplier', text, limit: 10 })).hits.map(({ id }) => id);
  expect(await found('Ystad')).toEqual([karin]);
  const addresses = [{ kind: 'invoice', street: 'Box 9', postcode: '271 00', city: 'Skurup' } as const];
  await page.execute('suppliers/change-facts', { supplierId: karin, facts: { addresses }, protect: true });
  expect(await found('Ystad')).toEqual([]);
  const seen = async () => [
    await page.query('suppliers/card', { supplierId: karin }),
    await page.query('suppliers/list', { search: 'Karin', limit: 10 }),
    await page.query('registers/history', { register: 'supplier', id: karin, before: null, limit: 100 }),
    await page.query('registers/as-of', { register: 'supplier', id: karin, day: dayInSweden(Date.now()) }),
  ];
  noneOf(await seen(), 'Hemliga', 'Ystad', 'Skurup');
  const { changeId } = await ask(karin, { kind: 'lift-protection' });
  const decide = () => page.execute('registers/decide-change', { changeId, refusal: null });
  expect(await decide()).toMatchObject({ error: { code: 'forbidden' } });
  await sit(cecilia);
  expect(await decide()).toMatchObject({ ok: true });
  expect(JSON.stringify(await page.query('suppliers/card', { supplierId: karin }))).toContain('Hemliga');
  expect(await found('Ystad')).toEqual([karin]);
});

test('an id in another system leads to one supplier, also through a merge', async () => {
  using folder = aFolder();
  await using seat = await aRegister(folder.path);
  const { page, sit, ask, engine } = seat;
  const name = (supplierId: typeof karin, system: string, externalId: string | null) =>
    page.execute('suppliers/set-external-id', { rowId: asId(uuid()), supplierId, system, externalId });
  expect(await name(company, 'Ekonomisystemet', 'L-4711')).toMatchObject({ ok: true });
  expect(await name(karin, 'Ekonomisystemet', 'L-4711')).toMatchObject({
    error: { code: 'external-id-taken', name: 'Bolaget AB' },
  });
  expect(await name(karin, 'Marknadsplatsen', 'L-4711')).toMatchObject({ ok: true });
  expect(await engine.parts.store.find('supplierExternalId', 'bySystemAndId', ['Ekonomisystemet', 'L-4711'])).toMatchObject([
    { supplierId: company },
  ]);
  const hits = async (text: string) =>
    (await page.query('registers/search', { register: 'supplier', text, limit: 10 })).hits.map(({ id }) => id).sort();
  expect(await hits('L-4711')).toEqual([karin, company].sort());
  const { changeId } = await ask(karin, { kind: 'merge', into: company, facts: { street: 'Hemliga gatan 1' } });
  await sit(cecilia);
  expect(await page.execute('registers/decide-change', { changeId, refusal: null })).toMatchObject({ ok: true });
  expect(await hits('L-4711')).toEqual([company]);
  const card = await page.query('suppliers/card', { supplierId: company });
  expect(card?.supplier.street).toBe('Hemliga gatan 1');
  expect(card?.externalIds.map(({ system }) => system).sort()).toEqual(['Ekonomisystemet', 'Marknadsplatsen']);
  await sit(anna);
  expect(await name(company, 'Ekonomisystemet', null)).toMatchObject({ ok: true });
  expect(await hits('L-4711')).toEqual([company]); // by the one that it has from the merge
});

test('a number in force says from which day and by what change', async () => {
  using folder = aFolder();
  await using seat = await aRegister(folder.path);
  const { page, sit, ask } = seat;
  const wanted = {
    numberId: asId<'paymentNumber'>(uuid()),
    numberKind: 'bank-account',
    number: '5001-123 45 63',
    holder: null,
  } as const;
  const { changeId } = await ask(company, { kind: 'add-payment-number', ...wanted });
  await page.execute('registers/note-call-back', { changeId, spokeWith: 'växeln', note: '', confirmed: true });
  await sit(cecilia);
  expect(await page.execute('registers/decide-change', { changeId, refusal: null })).toMatchObject({ ok: true });
  const numbers = (await page.query('suppliers/card', { supplierId: company }))?.paymentNumbers;
  expect(numbers).toMatchObject([{ number: '5001-1234563', changeId, fromDay: dayInSweden(Date.now()) }]);
  await sit(anna);
  const giro = { numberId: asId<'paymentNumber'>(uuid()), numberKind: 'bankgiro', number: '991-2346', holder: null } as const;
  await ask(company, { kind: 'replace-payment-number', replaces: wanted.numberId, ...giro });
  const waiting = await page.query('register-changes/list', { folder: 'pending', limit: 10 });
  expect(waiting.map(({ object }) => object)).toEqual(['5001-1234563']); // what goes, as people read it
});

test('an account of the register is the payee of its IBAN; that a giro was passed by is told', async () => {
  using file = aWorkspaceFile();
  const queries = prepareQueries({ reader: file.reader, store: sqliteStore(file.reader) });
  const fields = someFields({
    ...{ iban: aField('SE7050000000050011234563'), bankgiro: aField<string>(null), plusgiro: aField<string>(null) },
  });
  const invoice = aVerifiedInvoice({ verifiedBy: anna, fields });
  const put = (number: PaymentNumber) =>
    sqliteLogStore(file.writer).transaction((rows) => rows.put('paymentNumber', { ...number, rev: 1 }));
  await sqliteLogStore(file.writer).transaction(async (rows) => {
    await rows.put('supplier', { ...exempelbolaget, rev: 1 });
    await rows.put('supplierInvoice', { ...invoice, rev: 1 });
  });
  await put(theirBankgiro);
  const controls = () => queries.invoiceControls(invoice.id, '2026-11-25' as Day);
  expect(await controls()).toMatchObject({
    holds: ['payment-number-not-in-force'],
    payment: [{ code: 'account-beside-giro', detail: { giros: 'bankgiro 9912346' } }, { code: 'f-tax-unknown' }],
  });
  await put({ ...theirBankgiro, id: asId('0190cccc-0000-7000-8000-0000000000aa'), kind: 'bank-account', number: '5001-1234563' });
  expect((await controls())?.holds).toEqual([]);
});
