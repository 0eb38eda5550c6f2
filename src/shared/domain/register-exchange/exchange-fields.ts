import { articleFields } from './article-fields.ts';
import { customerFields } from './customer-fields.ts';
import type { ExchangeField, ExchangeRegister } from './exchange-field.ts';
import { supplierFields } from './supplier-fields.ts';

/** The fields of each register in the order that files of ours have them. */
export const exchangeFields: { readonly [Register in ExchangeRegister]: readonly ExchangeField[] } = {
  suppliers: supplierFields,
  customers: customerFields,
  articles: articleFields,
};

export const exchangeField = (register: ExchangeRegister, name: string): ExchangeField | undefined =>
  exchangeFields[register].find((field) => field.name === name);

/** The fields that a row of a register has: those that are read as a part of another are no fields of their own. */
export const wholeFields = (register: ExchangeRegister): readonly ExchangeField[] =>
  exchangeFields[register].filter(({ partOf }) => partOf === undefined);
