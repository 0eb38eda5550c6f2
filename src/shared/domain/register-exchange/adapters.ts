import type { ExchangeField, ExchangeRegister } from './exchange-field.ts';
import { wholeFields } from './exchange-fields.ts';
import type { ExchangeMapping, MappedColumn } from './mapping.ts';
import type { Transform } from './transforms.ts';

/**
 * A versioned format of ours for what goes to and comes from another system: docs/register-formats.md. An adapter is a mapping that
 * ships with the program; a copy of it may be changed and saved. No real system's own format is claimed here.
 */
export type ExchangeAdapter = {
  /** 'economy-suppliers-1': what stands first in the heading of the first column, so that a file says what it is. */
  readonly format: string;
  readonly system: AdapterSystem;
  readonly version: number;
  readonly mapping: ExchangeMapping;
};

export const adapterSystems = ['economy', 'marketplace'] as const;
export type AdapterSystem = (typeof adapterSystems)[number];

type Form = {
  readonly delimiter: string;
  readonly heading: (field: ExchangeField) => string;
  readonly transforms: (field: ExchangeField) => readonly Transform[];
};

const swedish = ({ headings }: ExchangeField): string => headings[0];
const english = ({ name }: ExchangeField): string => name;

const forms: { readonly [System in AdapterSystem]: Form } = {
  /** Swedish headings, semicolons, a decimal comma, Ja and Nej. */
  economy: {
    delimiter: ';',
    heading: swedish,
    transforms: ({ kind }) => [
      { do: 'unguard' },
      ...(kind === 'amount' ? [{ do: 'decimal-comma' } as const] : []),
      ...(kind === 'flag' ? [{ do: 'translate', words: { Ja: 'yes', Nej: 'no' } } as const] : []),
    ],
  },
  /** The fields' own names, commas, a decimal point, true and false. */
  marketplace: {
    delimiter: ',',
    heading: english,
    transforms: ({ kind }) => [
      { do: 'unguard' },
      ...(kind === 'amount' ? [{ do: 'decimal-point' } as const] : []),
      ...(kind === 'flag' ? [{ do: 'translate', words: { true: 'yes', false: 'no' } } as const] : []),
    ],
  },
};

/** Each version that was ever written, with the fields that it has; missing: all of the register's. The last is the one that is written. */
const versions: { readonly [Register in ExchangeRegister]: readonly (readonly string[] | undefined)[] } = {
  suppliers: [
    [
      ...['id', 'name', 'organisationNumber', 'vatNumber', 'street', 'postcode', 'city', 'phone', 'email', 'paymentDays'],
      ...['bankgiro', 'plusgiro', 'iban', 'blockedFor', 'endedOn'],
    ],
    undefined,
  ],
  customers: [undefined],
  articles: [undefined],
};

function adapter(system: AdapterSystem, register: ExchangeRegister, version: number, fields: readonly string[]): ExchangeAdapter {
  const form = forms[system];
  const format = `${system}-${register}-${version}`;
  const columns = wholeFields(register)
    .filter(({ name }) => fields.includes(name))
    .map(
      (field, place): MappedColumn => ({
        column: place === 0 ? `${format} ${form.heading(field)}` : form.heading(field),
        field: field.name,
        transforms: form.transforms(field),
      }),
    );
  const mapping = { register, system, columns, hasHeadings: true, encoding: 'utf-8', delimiter: form.delimiter, sheet: null };
  return { format, system, version, mapping };
}

const registersOf = Object.keys(versions) as readonly ExchangeRegister[]; // its keys

/** All that are read, the older ones first. */
export const exchangeAdapters: readonly ExchangeAdapter[] = adapterSystems.flatMap((system) =>
  registersOf.flatMap((register) =>
    versions[register].map((fields, place) =>
      adapter(system, register, place + 1, fields ?? wholeFields(register).map(({ name }) => name)),
    ),
  ),
);

/** Those that are written: the last version of each. */
export const writtenAdapters: readonly ExchangeAdapter[] = exchangeAdapters.filter(
  ({ version, mapping }) => version === versions[mapping.register].length,
);

/** The adapter whose format a file says it is in. */
export const adapterOf = (headings: readonly string[]): ExchangeAdapter | undefined =>
  exchangeAdapters.find(({ format }) => headings[0]?.startsWith(`${format} `));
