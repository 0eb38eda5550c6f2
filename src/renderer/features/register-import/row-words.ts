import type { ExchangeRefusal, ExchangeRow } from '../../../shared/contract/register-exchange.ts';
import { showValue } from '../../../shared/domain/invoice-fields/index.ts';
import {
  type ExchangeRegister,
  exchangeField,
  type JudgedRow,
  type RowFinding,
  severityOf,
  splitParts,
  splitSeveral,
} from '../../../shared/domain/register-exchange/index.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { fieldWords } from './mapping-draft.ts';

export const nameOfRow = ({ record }: JudgedRow, t: Texts): string =>
  record.name ?? record.organisationNumber ?? record.number ?? t.registerImport.unnamed;

const shownKinds = ['organisation-number', 'bankgiro', 'plusgiro', 'iban'] as const;

/** A value in its normal form, as people read it; several of them one after another. */
export function valueWords(register: ExchangeRegister, field: string, value: string): string {
  const known = exchangeField(register, field);
  const kind = shownKinds.find((one) => one === known?.kind);
  if (known?.several !== true) return kind === undefined ? value : showValue(kind, value);
  return splitSeveral(value)
    .map((one) => {
      const [first = '', ...rest] = splitParts(one);
      return [kind === undefined ? first : showValue(kind, first), ...rest].filter((part) => part !== '').join(' ');
    })
    .join(', ');
}

/** What a row does to the register, short: 'Ort Umeå', '3 uppgifter ändras'. */
export function whatHappens(register: ExchangeRegister, { verdict, changes }: JudgedRow, t: Texts): string {
  if (verdict === 'new') return t.registerImport.newRow;
  const [first] = changes;
  if (verdict !== 'changed' || first === undefined) return t.registerImport.nothing;
  return changes.length === 1
    ? fill(t.registerImport.change, { field: fieldWords(first.field, t), after: valueWords(register, first.field, first.after) })
    : fillPlural(t.registerImport.changes, changes.length);
}

/** A finding in full: which column, why, and the cell as it stands. */
export function findingWords({ code, column, field, detail }: RowFinding, t: Texts): string {
  const where = column ?? (field === null ? null : fieldWords(field, t));
  const why = t.exchangeFinding[code];
  if (where === null) return detail === null ? why : fill(t.registerImport.findingWith, { why, detail });
  return fill(detail === null ? t.registerImport.findingOf : t.registerImport.findingAt, {
    column: where,
    why,
    detail: detail ?? '',
  });
}

const weight = { error: 0, warning: 1, note: 2 };

/** The worst first. */
export const worstFirst = (findings: readonly RowFinding[]): readonly RowFinding[] =>
  [...findings].sort((one, other) => weight[severityOf(one)] - weight[severityOf(other)]);

/** The worst finding, and how many more there are. */
export function findingShort({ findings }: ExchangeRow, t: Texts): string {
  const [first, ...more] = worstFirst(findings);
  if (first === undefined) return '';
  const text = findingWords(first, t);
  return more.length === 0 ? text : fill(t.registerImport.more, { text, count: more.length });
}

/** Why nothing of a file was read, in sentences. */
export function refusalWords(refusal: ExchangeRefusal, t: Texts): readonly string[] {
  if ('faults' in refusal) return refusal.faults.map(({ code }) => t.mappingFault[code]);
  const known: { readonly [code: string]: string } = {
    ...t.failed,
    ...t.exchangeFault,
    'session-needed': t.registerImport.signedOut,
  };
  return [known[refusal.code] ?? t.failed.failed];
}
