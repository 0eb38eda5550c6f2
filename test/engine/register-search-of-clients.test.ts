import { describe, expect, test } from 'vitest';
import { registerSearch } from '../../src/main/engine/queries/register-search.ts';
import { makeSearchIndex } from '../../src/main/engine/store/search-index.ts';
import { sqliteLogStore } from '../../src/main/engine/store/sqlite-store.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import type { RegisterHits } from '../../src/shared/contract/register-search.ts';
import { everyUnit } from '../../src/shared/domain/access/index.ts';
import type { Article } from '../../src/shared/domain/articles/index.ts';
import type { Customer } from '../../src/shared/domain/customers/index.ts';
import { bo } from '../make/invoices.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

const today = '2026-11-25' as Day;
const everything = ['reg:customers', 'reg:articles', everyUnit];
const customerId = (n: number) => asId<'customer'>(`0190c110-0000-7000-8000-00000000000${n}`);
const at = (city: string, street = 'Storgatan 1') => ({ kind: 'visiting' as const, street, postcode: '411 01', city });

const customers: readonly Partial<Customer>[] = [
  {
    name: 'Örgryte förskola',
    otherNames: ['Krokslätts "Lilla" förskola'],
    organisationNumber: '5566778899',
    addresses: [at('Göteborg')],
    externalIds: [{ system: 'ekonomi', id: 'KD-4711' }],
    eInvoiceAddress: '0007:5566778899',
  },
  {
    name: 'Tolvan Tolvansson',
    personalNumber: '191212121212',
    addresses: [at('Hemligeby', 'Gömdvägen 7')],
    protectedBy: bo,
    externalIds: [{ system: 'ekonomi', id: '121212-1212' }],
    eInvoiceAddress: '0007:1212121212',
  },
  { name: 'Tolvmans Åkeri', unitId: '2', personalNumber: '191212121212', addresses: [at('Lund')] },
  { name: 'Ängsblomman', unitId: '1', organisationNumber: '5566778899', endedOn: '2026-11-24' as Day },
];
const articles: readonly Partial<Article>[] = [
  { number: 'LOK-100', name: 'Lokalhyra' },
  { number: '200', name: 'Lokalstäd', unitId: '1' },
  { number: '200', name: 'Matlåda', unitId: '2' },
];

async function aSearch() {
  const file = aWorkspaceFile();
  const nothing = { rev: 1, otherNames: [], addresses: [], externalIds: [] };
  await sqliteLogStore(file.writer).transaction(async (rows) => {
    for (const [n, customer] of customers.entries())
      await rows.put('customer', { ...nothing, name: '', id: customerId(n + 1), ...customer });
    for (const [n, article] of articles.entries())
      await rows.put('article', {
        id: asId<'article'>(`a${n}`),
        rev: 1,
        number: '',
        name: '',
        unit: 'st',
        requestedBy: 'Kultur',
        ...article,
      });
  });
  const search = registerSearch(file.reader);
  const asked = (
    register: 'customer' | 'article',
    text: string,
    scopes: readonly string[],
    mayFindPersons = true,
  ): RegisterHits => search({ register, text, limit: 20, scopes, mayFindPersons, today });
  const names = ({ hits, resting }: RegisterHits) => [...hits, ...resting].map(({ name }) => name);
  return { file, asked, names, [Symbol.dispose]: () => file[Symbol.dispose]() };
}

describe('customers', () => {
  test.each([
    ['örg', everything, ['Örgryte förskola']],
    ['förskola', everything, ['Örgryte förskola']],
    ['lilla krokslätt', everything, ['Örgryte förskola']],
    ['forskolq', everything, ['Örgryte förskola']],
    ['förskolq', everything, ['Örgryte förskola']],
    ['tolvm', everything, ['Tolvmans Åkeri']],
    ['åkreri', everything, ['Tolvmans Åkeri']],
    ['556677-8899', everything, ['Örgryte förskola', 'Ängsblomman']],
    ['556677', everything, ['Örgryte förskola', 'Ängsblomman']],
    ['kd 4711', everything, ['Örgryte förskola']],
    ['0007:5566778899', everything, ['Örgryte förskola']],
    ['121212+1212', everything, ['Tolvan Tolvansson', 'Tolvmans Åkeri']],
    ['19121212-1212', everything, ['Tolvan Tolvansson', 'Tolvmans Åkeri']],
    ['19121212-121', everything, []],
    ['1212121212', ['unit:2'], []], // ten digits are of somebody under a hundred
    ['191212121212', ['unit:2'], ['Tolvmans Åkeri']],
    ['191212121212', ['unit:1'], []],
    ['556677', ['unit:1'], ['Ängsblomman']],
    ['tolv', ['reg:customers', 'unit:1'], ['Tolvan Tolvansson']],
    ['', ['unit:1'], ['Ängsblomman']],
    ['åkreri', ['reg:customers', 'unit:1'], []],
    ['', [], []],
    ['Hemligeby', everything, []],
    ['Gömdvägen', everything, []],
  ])('%s within %j finds %j', async (text, scopes, names) => {
    using register = await aSearch();
    expect(register.names(register.asked('customer', text, scopes))).toEqual(names);
  });

  test('a hit tells no more than a list may', async () => {
    using register = await aSearch();
    const [tolvan] = register.asked('customer', '191212121212', everything).hits;
    const foundBy = { kind: 'number', numberKind: 'personal-number', number: '19121212-••••' };
    expect(tolvan).toMatchObject({ register: 'customer', number: '19121212-••••', city: null, foundBy });
    expect(register.asked('customer', 'örg', everything).hits[0]).toMatchObject({ number: '556677-8899', city: 'Göteborg' });
    expect(register.asked('customer', 'äng', everything)).toMatchObject({ hits: [], resting: [{ state: 'ended' }] });
    expect(register.names(register.asked('customer', '191212121212', everything, false))).toEqual([]);
  });

  test('nothing of a personal number or a secret address is in the index, not when it is made anew either', async () => {
    using register = await aSearch();
    for (const again of [false, true]) {
      if (again) makeSearchIndex(register.file.writer);
      const keys = register.file.reader.prepare('SELECT key FROM customer_search_keys ORDER BY key').pluck().all();
      expect(keys).toEqual(['00075566778899', '5566778899', '5566778899', 'KD4711']);
      const terms = register.file.reader.prepare('SELECT term FROM customer_search_terms ORDER BY term').pluck().all();
      expect(terms).toEqual([
        'förskola',
        'krokslätts',
        'lilla',
        'tolvan',
        'tolvansson',
        'tolvmans',
        'ängsblomman',
        'åkeri',
        'örgryte',
      ]);
    }
  });
});

test.each([
  ['lokal', everything, ['Lokalhyra', 'Lokalstäd']],
  ['lok100', everything, ['Lokalhyra']],
  ['LOK-1', everything, ['Lokalhyra']],
  ['200', everything, ['Lokalstäd', 'Matlåda']],
  ['200', ['reg:articles', 'unit:2'], ['Matlåda']],
  ['lokalhrya', ['reg:articles'], ['Lokalhyra']],
  ['lokalhrya', ['unit:1', 'unit:2'], []],
  ['matlåda', ['reg:articles', 'unit:1'], []],
  ['matlåda', [], []],
])('articles: %s within %j finds %j', async (text, scopes, names) => {
  using register = await aSearch();
  const found = register.asked('article', text, scopes);
  expect(register.names(found).sort()).toEqual(names);
  for (const hit of found.hits) expect(articles.map(({ number }) => number)).toContain(hit.number);
});
