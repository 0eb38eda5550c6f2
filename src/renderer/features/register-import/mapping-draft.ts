import type { ExchangePreview, SavedMapping } from '../../../shared/contract/register-exchange.ts';
import {
  type ExchangeField,
  type ExchangeMapping,
  type ExchangeRegister,
  exchangeAdapters,
  exchangeField,
  type MappedColumn,
  type Transform,
} from '../../../shared/domain/register-exchange/index.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import type { Look } from './use-wizard.ts';

export const fieldWords = (name: string, t: Texts): string => t.registerImport.field[name] ?? name;

/** The program's own suggestion for a file, as a mapping. */
export function suggestedMapping(
  { suggested, hasHeadings, format }: ExchangePreview,
  { register, look }: { readonly register: ExchangeRegister; readonly look: Look },
): ExchangeMapping {
  const known = exchangeAdapters.find((one) => one.format === format);
  return {
    register,
    system: known?.mapping.system ?? null,
    columns: suggested.map(({ column, field, transforms }) => ({ column, field, transforms })),
    hasHeadings,
    encoding: look.encoding,
    delimiter: look.delimiter,
    sheet: look.sheet,
  };
}

/** The saved mapping that fits a file: all its columns are there. Of several the one that reads most; a person's own first. */
export function fittingMapping(saved: readonly SavedMapping[], { columns }: ExchangePreview): SavedMapping | undefined {
  return saved
    .filter(({ mapping }) => mapping.columns.length > 0 && mapping.columns.every(({ column }) => columns.includes(column)))
    .sort((one, other) => other.mapping.columns.length - one.mapping.columns.length || Number(other.mine) - Number(one.mine))[0];
}

/** Another field for a column; '' reads it no more. */
export function withField(
  mapping: ExchangeMapping,
  column: string,
  field: string,
  suggested: readonly MappedColumn[],
): ExchangeMapping {
  const others = mapping.columns.filter((one) => one.column !== column);
  if (field === '') return { ...mapping, columns: others };
  const transforms = suggested.find((one) => one.column === column && one.field === field)?.transforms ?? [];
  return { ...mapping, columns: [...others, { column, field, transforms }] };
}

export const withTransforms = (mapping: ExchangeMapping, column: string, transforms: readonly Transform[]): ExchangeMapping => ({
  ...mapping,
  columns: mapping.columns.map((one) => (one.column === column ? { ...one, transforms } : one)),
});

/** The ways in which a field's cells may be read, the one in use first; each under its own key. */
export function readingsOf(register: ExchangeRegister, { field, transforms }: MappedColumn, t: Texts) {
  const known = exchangeField(register, field);
  const all = [transforms, [], ...(known === undefined ? [] : waysOf(known))];
  const keys = new Map(all.map((one) => [JSON.stringify(one), one]));
  return [...keys].map(([value, one]) => ({ value, text: transformWords(one, t), transforms: one }));
}

function waysOf({ kind, several }: ExchangeField): readonly (readonly Transform[])[] {
  return [
    ...(kind === 'day'
      ? ([[{ do: 'day-number' }], [{ do: 'day-order', order: 'dmy' }], [{ do: 'day-order', order: 'mdy' }]] as const)
      : []),
    ...(kind === 'amount' ? ([[{ do: 'decimal-comma' }], [{ do: 'decimal-point' }]] as const) : []),
    ...(several === true ? ([[{ do: 'split', by: ',' }], [{ do: 'split', by: ';' }], [{ do: 'split', by: '/' }]] as const) : []),
    ...(kind === 'organisation-number' ? ([[{ do: 'pad', digits: 10 }], [{ do: 'only-digits' }]] as const) : []),
    ...(kind === 'personal-number' ? ([[{ do: 'pad', digits: 10 }], [{ do: 'pad', digits: 12 }]] as const) : []),
    ...(kind === 'postcode' ? ([[{ do: 'pad', digits: 5 }]] as const) : []),
  ];
}

function transformWords(transforms: readonly Transform[], t: Texts): string {
  if (transforms.length === 0) return t.registerImport.asItStands;
  return transforms
    .map((one) =>
      one.do === 'day-order'
        ? t.registerImport.dayOrder[one.order]
        : one.do === 'split'
          ? fill(t.registerImport.splitBy, { sign: one.by })
          : t.registerImport.transform[one.do],
    )
    .join(', ');
}
