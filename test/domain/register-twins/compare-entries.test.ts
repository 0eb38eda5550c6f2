import { expect, test } from 'vitest';
import {
  compareEntries,
  nameLikeness,
  nameWords,
  type RegisterEntry,
  tellingWords,
} from '../../../src/shared/domain/register-twins/index.ts';

const entry = (id: string, name: string, rest: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id,
  names: [name],
  paymentNumbers: [],
  ...rest,
});
const at = { street: 'Storgatan 1', postcode: '111 22', city: 'Åmål' };

test.each([
  ['Bengtssons El & VVS Aktiebolag', ['bengtssons', 'el', 'vvs', 'ab']],
  ['Bostadsrättsföreningen ÅÄÖ', ['brf', 'åäö']],
  ['Café Öresund Ek. för.', ['café'.normalize('NFD').replace(/\p{Mark}/gu, ''), 'öresund', 'ekför']],
  ['Lunds ekonomisk förening', ['lunds', 'ekför']],
  ['', []],
])('%s has the words %j', (name, words) => {
  expect(nameWords(name)).toEqual(words);
});

test.each([
  ['AB', ['ab']],
  ['Bygg i Malmö AB', ['bygg', 'malmo']],
])('by %s one tells by %j', (name, words) => {
  expect(tellingWords(name)).toEqual(words);
});

test.each<[string, Partial<RegisterEntry>, string, Partial<RegisterEntry>, number | null, readonly string[]]>([
  ['A AB', { organisationNumber: '5560360793' }, 'B AB', { organisationNumber: '5560360793' }, 100, ['organisation-number']],
  ['A AB', { organisationNumber: '5560360793' }, 'B AB', { vatNumber: 'SE556036079301' }, 100, ['organisation-number']],
  ['A AB', { vatNumber: 'DE123456789' }, 'B AB', { vatNumber: 'DE123456789' }, 97, ['vat-number']],
  [
    'Alfa',
    { paymentNumbers: ['bankgiro 50501055'] },
    'Beta',
    { paymentNumbers: ['iban X', 'bankgiro 50501055'] },
    90,
    ['payment-number'],
  ],
  ['Alfa', { paymentNumbers: ['bankgiro 50501055'] }, 'Beta', { paymentNumbers: ['plusgiro 50501055'] }, null, []],
  [
    'Alfa',
    { paymentNumbers: ['bankgiro 1'], organisationNumber: '5560360793' },
    'Beta',
    { paymentNumbers: ['bankgiro 1'], organisationNumber: '5561234567' },
    65,
    ['payment-number', 'other-organisation-number'],
  ],
  ['Lindbergs Måleri AB', at, 'LINDBERGS MÅLERI AKTIEBOLAG', at, 92, ['name', 'address']],
  [
    'Lindbergs Måleri AB',
    at,
    'Måleri AB Lindbergs',
    { ...at, street: 'STORGATAN 1', postcode: '11122' },
    92,
    ['name', 'address'],
  ],
  ['Lindbergs Måleri AB', at, 'Lindergs Måleri AB', at, 80, ['name-like', 'address']],
  ['Lindbergs Måleri AB', at, 'Lindbergs Mål.', at, 80, ['name-like', 'address']],
  ['Åkessons Åkeri', at, 'Akessons Akeri', { ...at, city: 'Amal' }, 92, ['name', 'address']],
  ['Lindbergs Måleri AB', at, 'Lindbergs Måleri', { ...at, street: 'Nygatan 5' }, 70, ['name', 'city']],
  ['Lindbergs Måleri AB', at, 'Lindergs Måleri', { ...at, street: 'Nygatan 5' }, null, []],
  ['Lindbergs Måleri AB', at, 'Lindbergs Måleri', { city: 'Lund' }, null, []],
  ['Lindbergs Måleri AB', at, 'Öbergs Taxi', at, null, []],
  [
    'Koncern Bygg AB',
    { ...at, organisationNumber: '5560360793' },
    'Koncern Bygg AB',
    { ...at, organisationNumber: '5561234567' },
    null,
    [],
  ],
])('%s %j and %s %j', (name, rest, otherName, otherRest, score, reasons) => {
  const [one, other] = [entry('1', name, rest), entry('2', otherName, otherRest)];
  const twins = compareEntries(one, other);
  expect(compareEntries(other, one)).toEqual(twins);
  if (score === null) expect(twins).toBeNull();
  else expect(twins).toEqual({ a: '1', b: '2', score, reasons });
});

test('a name is as like another as that is like it, and wholly like itself in any order', () => {
  const names = [['a'], ['lindbergs', 'måleri'], ['lindberg', 'mål'], ['måleri', 'lindbergs'], ['taxi'], []];
  for (const one of names) for (const other of names) expect(nameLikeness(one, other)).toBeCloseTo(nameLikeness(other, one), 10);
  expect(nameLikeness(['lindbergs', 'måleri'], ['måleri', 'lindbergs'])).toBe(1);
});
