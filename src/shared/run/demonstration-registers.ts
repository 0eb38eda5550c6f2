import type { Day } from '../base/day.ts';
import { asId, type PersonId } from '../base/ids.ts';
import { ore } from '../base/money.ts';
import type { RegisterArticle, VatCode } from '../domain/articles/index.ts';
import type { CustomerAddress, RegisterCustomer } from '../domain/customers/index.ts';
import type { CommandName } from './commands/index.ts';

type Step = readonly [actor: PersonId, name: CommandName, input: object];
type Named = { readonly id: PersonId; readonly name: string };
type Days = { readonly thisYear: Day; readonly lastYear: Day; readonly nextYear: Day; readonly yearsEnd: Day };

const id = <Kind extends string>(tail: string) => asId<Kind>(`0b6d3c1e-5a4f-4c58-9a51-1d7a60c3${tail}`);
const nothing = { otherNames: [], personalNumber: null, organisationNumber: null, eInvoiceAddress: null, externalIds: [] };
const at = (kind: CustomerAddress['kind'], street: string, postcode: string, city: string, days: object = {}) =>
  ({ kind, street, postcode, city, ...days }) as CustomerAddress; // days by their own names
const numbered = (number: string) => [{ system: 'Ekonomisystemet', id: number }];

/** Made-up customers. The personal numbers are of those that Skatteverket has given out for tests. */
const customersOf = ({ thisYear, yearsEnd, nextYear }: Days): readonly RegisterCustomer[] => [
  {
    ...{ ...nothing, customerId: id('a001'), name: 'Exempelköpings Kulturhus AB', otherNames: ['Kulturhuset'] },
    ...{ organisationNumber: '5559200018', eInvoiceAddress: '0007:5559200018', externalIds: numbered('K10001') },
    addresses: [
      at('invoice', 'Box 12', '999 12', 'Exempelköping', { throughDay: yearsEnd }),
      at('invoice', 'Fakturagatan 1', '999 10', 'Exempelköping', { fromDay: nextYear }),
      at('delivery', 'Lastkajen 3', '999 12', 'Exempelköping'),
    ],
    ...{ isProtected: false, unitId: null },
  },
  {
    ...{ ...nothing, customerId: id('a002'), name: 'Låtsasby Samordningsförbund', organisationNumber: '5559201123' },
    ...{ externalIds: numbered('K10002'), addresses: [at('invoice', 'Storgatan 5', '999 34', 'Låtsasby')] },
    ...{ isProtected: false, unitId: null },
  },
  {
    ...{ ...nothing, customerId: id('a003'), name: 'Provia Testström Trädgård', personalNumber: '196408233234' },
    ...{ otherNames: ['Teströms Trädgård'], externalIds: numbered('K10003') },
    addresses: [at('visiting', 'Rabattstigen 8', '999 56', 'Sagolunda', { fromDay: thisYear })],
    ...{ isProtected: false, unitId: null },
  },
  {
    ...{ ...nothing, customerId: id('a004'), name: 'Tolvan Tolvansson', personalNumber: '191212121212' },
    ...{ externalIds: numbered('K10004'), addresses: [at('invoice', 'Förmedlingsuppdrag, Box 2820', '999 87', 'Exempelköping')] },
    ...{ isProtected: true, unitId: null },
  },
  {
    ...{ ...nothing, customerId: id('a005'), name: 'Stiftelsen Påhittade Fonden', organisationNumber: '5559202238' },
    ...{ externalIds: numbered('K10005'), addresses: [at('invoice', 'Fondvägen 2', '999 78', 'Fantasivik')] },
    ...{ isProtected: false, unitId: null },
  },
  {
    ...{ ...nothing, customerId: id('a006'), name: 'Sagolunda Badförening', organisationNumber: '5559203343' },
    ...{ externalIds: numbered('K10006'), addresses: [at('visiting', 'Badstigen 1', '999 56', 'Sagolunda')] },
    ...{ isProtected: false, unitId: 'kultur' },
  },
];

type Priced = readonly [from: Day, priceOre: number, requestedBy: string];
type Sold = Pick<RegisterArticle, 'number' | 'name' | 'unit' | 'unitId'> & {
  readonly vatCode: VatCode;
  readonly account: string;
  readonly prices: readonly [Priced, ...Priced[]];
};

const articlesOf = ({ lastYear, thisYear, nextYear }: Days): readonly Sold[] => [
  {
    ...{ number: 'LOK-100', name: 'Lokalhyra, sammanträdesrum', unit: 'tim', unitId: null, vatCode: 'standard', account: '3411' },
    prices: [
      [lastYear, 45_000, 'Kulturhuset, underlag 14'],
      [thisYear, 47_500, 'Kulturhuset, underlag 31'],
      [nextYear, 49_500, 'Kulturhuset, beslut om taxor'],
    ],
  },
  {
    ...{ number: 'TJ-200', name: 'Handläggning, ekonomi', unit: 'tim', unitId: null, vatCode: 'standard', account: '3110' },
    prices: [
      [thisYear, 78_000, 'Avtal om tjänster, bilaga 2'],
      [nextYear, 80_500, 'Avtal om tjänster, bilaga 2'],
    ],
  },
  {
    ...{ number: 'TJ-210', name: 'Lönespecifikation', unit: 'st', unitId: null, vatCode: 'standard', account: '3110' },
    prices: [[thisYear, 9_650, 'Avtal om tjänster, bilaga 2']],
  },
  {
    ...{ number: 'MAT-300', name: 'Lunch, skolrestaurang', unit: 'st', unitId: null, vatCode: 'food', account: '3520' },
    prices: [[thisYear, 6_400, 'Låtsasby, mejl från köket']],
  },
  {
    ...{ number: 'UTB-400', name: 'Utbildning, heldag', unit: 'delt', unitId: null, vatCode: 'exempt', account: '3610' },
    prices: [[thisYear, 295_000, 'Samordningsförbundet, beställning 7']],
  },
  {
    ...{ number: 'BAD-500', name: 'Entré, grupp', unit: 'st', unitId: 'kultur', vatCode: 'low', account: '3450' },
    prices: [[thisYear, 120_000, 'Badföreningen']],
  },
];

/** What lays customers and articles in the registers, as one keeper does it: one identity is protected, one customer has ended, and prices are to come. */
export function customerAndArticleSteps(people: readonly Named[], today: Day): readonly Step[] {
  const keeper = people.find(({ name }) => name === 'Bo Lind')?.id;
  if (keeper === undefined) return [];
  const year = Number(today.slice(0, 4));
  const newYear = (of: number) => `${of}-01-01` as Day;
  const days = {
    ...{ lastYear: newYear(year - 1), thisYear: newYear(year), nextYear: newYear(year + 1) },
    yearsEnd: `${year}-12-31` as Day,
  };
  const ended = id<'customer'>('a005');
  return [
    ...customersOf(days).map((customer): Step => [keeper, 'customers/register', customer]),
    [keeper, 'customers/end', { customerId: ended, endedOn: days.lastYear }],
    ...articlesOf(days).flatMap(({ vatCode, account, prices, ...article }, place): Step[] => {
      const articleId = id<'article'>(`b00${place + 1}`);
      const [first, ...later] = prices.map(([fromDay, priceOre, requestedBy], turn) => ({
        ...{
          priceId: id<'articlePrice'>(`c${place + 1}0${turn + 1}`),
          fromDay,
          priceOre: ore(priceOre),
          vatCode,
          account,
          requestedBy,
        },
      }));
      if (first === undefined) return [];
      const { requestedBy, ...price } = first;
      return [
        [keeper, 'articles/register', { ...article, articleId, requestedBy, price }],
        ...later.map((set): Step => [keeper, 'articles/set-price', { articleId, ...set }]),
      ];
    }),
  ];
}
