import { expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import { type RegisterChange, together } from '../../../src/shared/domain/register-changes/index.ts';
import type { ExchangeMapping } from '../../../src/shared/domain/register-exchange/index.ts';
import { anEngine } from '../../make/engine.ts';
import { foundTwo, importAll } from '../../make/exchange.ts';
import { aFolder } from '../../make/workspace.ts';

const column = (name: string, field: string) => ({ column: name, field, transforms: [] });
const mapping: ExchangeMapping = {
  ...{ register: 'suppliers', system: null, hasHeadings: true, encoding: null, delimiter: ';', sheet: null },
  columns: [
    column('Namn', 'name'),
    column('Orgnr', 'organisationNumber'),
    column('BG', 'bankgiro'),
    column('Spärr', 'blockedFor'),
  ],
};
const text = [
  'Namn;Orgnr;BG;Spärr',
  'Åkeri AB;556016-0680;991-1017;',
  'Städ AB;559010-1019;5050-1055;Bestrids',
  'Dubbelt AB;556036-0793;5050-1055;', // another of the file asks for the same number
].join('\n');

test('what waits of one file is counted and looked through together, with what speaks against each', async () => {
  using folder = aFolder();
  await using engine = await anEngine(folder.path);
  const { keeper, approver } = await foundTwo(engine.page);
  const [by, second] = [asId<'person'>(keeper), asId<'person'>(approver)];
  const taken = await importAll(engine.page, 'leverantörer.csv', text, mapping);
  await importAll(engine.page, 'andra.csv', 'Namn;Orgnr;BG;Spärr\nRör AB;556056-6258;5051-6905;', mapping);
  const groups = () => engine.page.query('register-changes/imports', { limit: 10 });
  const [later, first] = await groups();
  expect(later).toMatchObject({ fileName: 'andra.csv', waiting: 1, withFindings: 0, toCall: 1 });
  expect(first).toMatchObject({
    ...{ importId: taken.jobId, fileName: 'leverantörer.csv', requestedByName: 'Anna Berg' },
    ...{ waiting: 4, withFindings: 2, toCall: 1 },
    kinds: [
      { kind: 'add-payment-number', count: 3 },
      { kind: 'block', count: 1 },
    ],
  });

  const rows = () => engine.page.query('register-changes/of-import', { importId: taken.jobId, limit: 100 });
  const said = async () =>
    (await rows()).map(({ supplierName, change, findings }) => [
      supplierName,
      change.wanted.kind,
      together(change, findings, second),
      together(change, findings, by),
      ...findings,
    ]);
  expect((await said()).sort()).toEqual([
    ['Dubbelt AB', 'add-payment-number', 'alone', 'own', 'asked-elsewhere'],
    ['Städ AB', 'add-payment-number', 'alone', 'own', 'asked-elsewhere'],
    ['Städ AB', 'block', 'approve', 'own'],
    ['Åkeri AB', 'add-payment-number', 'call-first', 'own'],
  ]);

  // Each is decided by the rule for one, whoever decides many.
  const changeOf = async (name: string) =>
    (await rows()).find(({ supplierName }) => supplierName === name)?.change as RegisterChange;
  const changeId = (await changeOf('Åkeri AB')).id;
  const decide = (who: typeof by) => engine.engine.parts.execute(who, 'registers/decide-change', { changeId, refusal: null });
  expect(await decide(second)).toMatchObject({ error: { code: 'call-back-missing' } });
  const call = { changeId, spokeWith: 'Växeln', note: '', confirmed: false };
  await engine.engine.parts.execute(by, 'registers/note-call-back', call);
  expect(await said()).toContainEqual(['Åkeri AB', 'add-payment-number', 'alone', 'own', 'said-no']);
  await engine.engine.parts.execute(by, 'registers/note-call-back', { ...call, confirmed: true });
  expect(await said()).toContainEqual(['Åkeri AB', 'add-payment-number', 'approve', 'own']);
  expect(await decide(by)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await decide(second)).toMatchObject({ ok: true });

  // Another supplier has the number now.
  await importAll(engine.page, 'tredje.csv', 'Namn;Orgnr;BG;Spärr\nTak AB;556074-7569;991-1017;', mapping);
  const [third] = await groups();
  const ofThird = await engine.page.query('register-changes/of-import', { importId: third?.importId ?? '', limit: 100 });
  expect(ofThird.map(({ findings }) => findings)).toEqual([['number-elsewhere']]);
  expect((await groups()).at(-1)).toMatchObject({ waiting: 3, withFindings: 2, toCall: 0 });
});
