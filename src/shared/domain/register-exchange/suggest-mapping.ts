import { folded } from '../../base/text.ts';
import type { ExchangeField, ExchangeRegister, ValueKind } from './exchange-field.ts';
import { exchangeFields } from './exchange-fields.ts';
import { columnNames, type MappedColumn } from './mapping.ts';
import { parseValue } from './parse-value.ts';
import { type Transform, transformCell } from './transforms.ts';

export type SuggestedColumn = MappedColumn & {
  /** What it was told by. A bankgiro is never told from a plusgiro by its digits: the same number may be both. */
  readonly by: 'heading' | 'values';
  /** How many of the values that are there can be taken, 0..1. */
  readonly fits: number;
};

type Table = {
  readonly register: ExchangeRegister;
  /** Null where the first row holds values. */
  readonly headings: readonly string[] | null;
  readonly samples: readonly (readonly string[])[];
};

/**
 * Which column is which field, and what must be done with its cells: by the headings, Swedish or English, and where no heading tells,
 * by values that can be nothing else. Each field once. A person looks at it before anything is read by it.
 */
export function suggestMapping({ register, headings, samples }: Table): readonly SuggestedColumn[] {
  const fields = exchangeFields[register];
  const columns = Math.max(headings?.length ?? 0, ...samples.map(({ length }) => length), 0);
  const names = columnNames(headings, columns);
  const values = names.map((_, place) => samples.map((row) => (row[place] ?? '').trim()).filter((cell) => cell !== ''));
  const found = new Map<number, SuggestedColumn>();
  const isTaken = (field: ExchangeField): boolean => [...found.values()].some((column) => column.field === field.name);
  const suggest = (place: number, field: ExchangeField, by: SuggestedColumn['by']): void => {
    const transforms = neededTransforms(field, values[place] ?? []);
    found.set(place, {
      column: names[place] ?? '',
      field: field.name,
      transforms,
      by,
      fits: share(field, values[place] ?? [], transforms),
    });
  };

  for (const isSame of [sameHeading, looseHeading])
    for (const [place, heading] of (headings ?? []).entries()) {
      if (found.has(place)) continue;
      const field = fields.find((one) => !isTaken(one) && isSame(one, heading));
      if (field !== undefined) suggest(place, field, 'heading');
    }
  for (const place of names.keys()) {
    if (found.has(place) || (values[place]?.length ?? 0) === 0) continue;
    const field = fields.find(
      (one) =>
        tellsItself.has(one.kind) &&
        !isTaken(one) &&
        share(one, values[place] ?? [], neededTransforms(one, values[place] ?? [])) >= 0.9,
    );
    if (field !== undefined) suggest(place, field, 'values');
  }
  return [...found.entries()].sort(([one], [other]) => one - other).map(([, column]) => column);
}

/** Kinds whose check digits and form nothing else has. */
const tellsItself: ReadonlySet<ValueKind> = new Set(['iban', 'email', 'gln', 'vat-number', 'peppol-id']);

const bare = (heading: string): string => folded(heading).replace(/[^a-z0-9åäö]/g, '');
const sameHeading = (field: ExchangeField, heading: string): boolean =>
  bare(heading) === bare(field.name) || field.headings.some((known) => bare(known) === bare(heading));
/** A heading with more words about it: 'Leverantörens namn 1'. Short ones ('BG', 'Id') must stand alone. */
const looseHeading = (field: ExchangeField, heading: string): boolean =>
  field.headings.some((known) => bare(known).length >= 5 && bare(heading).includes(bare(known)));

function share(field: ExchangeField, values: readonly string[], transforms: readonly Transform[]): number {
  if (values.length === 0) return 1;
  return values.filter((value) => parseValue(field, transformCell(value, transforms)).ok).length / values.length;
}

/** The first lot of transforms by which most of the values can be taken; none when they can be taken as they stand. */
function neededTransforms(field: ExchangeField, values: readonly string[]): readonly Transform[] {
  const plainly = share(field, values, []);
  if (plainly >= 0.9) return [];
  let best: { readonly transforms: readonly Transform[]; readonly fits: number } = { transforms: [], fits: plainly };
  for (const transforms of attempts[field.kind] ?? []) {
    const fits = share(field, values, transforms);
    if (fits > best.fits + 0.2) best = { transforms, fits };
  }
  return best.transforms;
}

const attempts: { readonly [Kind in ValueKind]?: readonly (readonly Transform[])[] } = {
  'organisation-number': [[{ do: 'pad', digits: 10 }], [{ do: 'only-digits' }]],
  postcode: [[{ do: 'pad', digits: 5 }]],
  gln: [[{ do: 'pad', digits: 13 }]],
  'personal-number': [[{ do: 'pad', digits: 10 }], [{ do: 'pad', digits: 12 }]],
  bankgiro: [[{ do: 'only-digits' }], [{ do: 'split', by: ',' }]],
  plusgiro: [[{ do: 'only-digits' }], [{ do: 'split', by: ',' }]],
  day: [[{ do: 'day-number' }], [{ do: 'day-order', order: 'dmy' }], [{ do: 'day-order', order: 'mdy' }]],
  amount: [[{ do: 'decimal-comma' }], [{ do: 'decimal-point' }]],
};
