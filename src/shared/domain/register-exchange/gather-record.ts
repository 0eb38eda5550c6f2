import { addressText, type PaidAt, paidAtOf, paidAtText, pricedFromText } from './composites.ts';
import { type ExchangeRecord, type ExchangeRegister, joinSeveral, splitSeveral } from './exchange-field.ts';
import { showAmount } from './parse-value.ts';

/** A record whose parts have been put together, and the fields that lack beside those that are there. */
export type Gathered = { readonly record: ExchangeRecord; readonly missing: readonly string[] };
type Gather = (record: ExchangeRecord) => Gathered;

/** A street of its own becomes an address, a price of its own one of the prices, and so on: a register's row has them in one way only. */
export const gatherRecord = (register: ExchangeRegister, record: ExchangeRecord): Gathered => gatherers[register](record);

const gatherers: { readonly [Register in ExchangeRegister]: Gather } = {
  suppliers: ({ bic, holder, ...record }) => {
    const paid: Record<string, string> = {};
    for (const field of paidAtFields)
      if (record[field] !== undefined)
        paid[field] = joinSeveral(splitSeveral(record[field]).map(withMore(field, { bic, holder })));
    return { record: { ...record, ...paid }, missing: [] };
  },
  customers: ({ street = '', postcode = '', city = '', ...record }) => {
    if (street === '' && postcode === '' && city === '') return { record, missing: [] };
    if (city === '' || (street === '' && postcode === '')) return { record, missing: [city === '' ? 'city' : 'street'] };
    const plain = addressText({ kind: 'visiting', street, postcode, city });
    return { record: withOneMore(record, 'addresses', plain), missing: [] };
  },
  articles: ({ price, vatCode, account, priceFrom, ...record }) => {
    const parts = { priceFrom, price, vatCode, account };
    const missing = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []));
    if (missing.length === 4) return { record, missing: [] };
    if (priceFrom === undefined || price === undefined || vatCode === undefined || account === undefined)
      return { record, missing };
    const one = pricedFromText({ fromDay: priceFrom, price: showAmount(price), vatCode, account });
    return { record: withOneMore(record, 'prices', one), missing: [] };
  },
};

/** Where payment numbers stand. */
export const paidAtFields = ['bankgiro', 'plusgiro', 'iban', 'bankAccount'] as const;

const withOneMore = (record: ExchangeRecord, field: string, value: string): ExchangeRecord => ({
  ...record,
  [field]: joinSeveral([...splitSeveral(record[field] ?? ''), value]),
});

const withMore =
  (field: string, { bic = '', holder = '' }: { readonly bic: string | undefined; readonly holder: string | undefined }) =>
  (text: string): string => {
    const said: PaidAt = paidAtOf(text);
    return paidAtText({
      ...said,
      bic: said.bic === '' && field === 'iban' ? bic : said.bic,
      holder: said.holder === '' ? holder : said.holder,
    });
  };
