import { coverPersonalNumbers, holdsPersonalNumber, isLegalPerson, withPersonsCovered } from '../identifiers/index.ts';
import type { ExchangeField, ExchangeRecord, ExchangeRegister } from './exchange-field.ts';
import { exchangeField } from './exchange-fields.ts';
import type { JudgedRow } from './judged-row.ts';

/** Where somebody is: of a protected identity it is told to nobody. */
export const tellsWhere: ReadonlySet<string> = new Set(['street', 'postcode', 'city', 'addresses']);

/** A judged row as it is shown: with the last four digits of each person's number covered, wherever it stands. */
export function coverRow<Row extends JudgedRow>(register: ExchangeRegister, row: Row): Row {
  const cover = (name: string | null, text: string): string => coverValue(exchangeField(register, name ?? ''), text);
  return {
    ...row,
    record: Object.fromEntries(Object.entries(row.record).map(([name, value]) => [name, cover(name, value)])),
    changes: row.changes.map((change) => ({
      ...change,
      before: cover(change.field, change.before),
      after: cover(change.field, change.after),
    })),
    findings: row.findings.map((finding) =>
      finding.detail === null ? finding : { ...finding, detail: cover(finding.field, finding.detail) },
    ),
  };
}

/** A cell or a value as it is shown. What is meant for a person's number and is none may have one digit wrong: it is covered all the same. */
export function coverValue(field: ExchangeField | undefined, text: string): string {
  if (field?.kind === 'personal-number') return text.length <= 4 ? text : `${text.slice(0, -4).replace(/[-+ ]$/, '')}-••••`;
  if (field?.personal !== true) return text;
  return coverPersonalNumbers(withPersonsCovered({ vatNumber: text }).vatNumber);
}

/** A record without what is covered, as files have it that nobody has said why they need more; and whether there was anything. */
export function withoutCovered(
  register: ExchangeRegister,
  record: ExchangeRecord,
): { readonly record: ExchangeRecord; readonly isLess: boolean } {
  const isCovered = ([name, value]: readonly [string, string]): boolean =>
    (record.isProtected === 'yes' && tellsWhere.has(name)) || isPersons(exchangeField(register, name), value);
  const kept = Object.entries(record).filter((entry) => !isCovered(entry));
  return { record: Object.fromEntries(kept), isLess: kept.length < Object.keys(record).length };
}

function isPersons(field: ExchangeField | undefined, value: string): boolean {
  if (field?.personal !== true) return false;
  if (field.kind === 'personal-number') return true;
  if (field.kind === 'organisation-number') return !isLegalPerson(value);
  if (field.kind === 'vat-number') return /^SE\d{12}$/.test(value) && !isLegalPerson(value.slice(2, 12));
  return holdsPersonalNumber(value);
}
