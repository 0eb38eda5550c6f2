import { tellsWhere } from './cover-record.ts';
import { type ExchangeField, type ExchangeRecord, type ExchangeRegister, joinSeveral, splitSeveral } from './exchange-field.ts';
import { exchangeField, wholeFields } from './exchange-fields.ts';
import { type RowFinding, type RowFindingCode, severityOf } from './findings.ts';
import { type FieldChange, type JudgedRow, type KnownRow, knownOf, type RowFacts } from './judged-row.ts';
import { findMisfits } from './misfits.ts';
import { type ReadRow, shortened } from './read-row.ts';
import { sayTheSame } from './same-values.ts';

/**
 * What a row of a file would do to the register. An empty cell says nothing: it takes nothing away. Of several values those that are
 * not there are added. Judged again after it has been taken, a row is unchanged.
 */
export function judgeRow(register: ExchangeRegister, { row, record, findings }: ReadRow, facts: RowFacts): JudgedRow {
  const own: RowFinding[] = [...findings];
  const add = (code: RowFindingCode, field: string | null, detail: string | null): void =>
    void own.push({ code, row, column: null, field, detail });

  const known = knownOf(facts);
  if (facts.earlierRow !== undefined) add('twice-in-file', null, String(facts.earlierRow));
  if (!canBeToldApart(register, record) && !own.some(isError)) add('no-identity', null, null);
  if (known !== undefined) {
    const other = [facts.byExternalId, facts.byNumber].find((one) => one !== undefined && one.id !== known.id);
    if (other !== undefined) add('two-rows-match', null, other.record.name ?? other.id);
    const idThere = known.record.externalId;
    if (idThere !== undefined && record.externalId !== undefined && idThere !== record.externalId)
      add('other-id-there', 'externalId', idThere);
  }
  if (known?.wasMerged === true) add('merged-away', null, known.record.name ?? null);
  for (const { field, number, name } of facts.elsewhere) add('number-elsewhere', field, `${number}: ${shortened(name)}`);

  const changes: FieldChange[] = [];
  for (const field of wholeFields(register)) {
    const value = record[field.name];
    if (value === undefined) {
      if (
        field.required === true &&
        known === undefined &&
        !own.some((finding) => isAbout(register, finding, field) || isOfRow(finding))
      )
        add('missing', field.name, null);
      continue;
    }
    const change = changeOf(field, value, known);
    if (change === 'stays') add('stays-as-it-is', field.name, shortened(known?.record[field.name] ?? ''));
    else if (change === 'waits') add('waits-already', field.name, null);
    else if (change !== undefined) {
      changes.push(change);
      if (change.sensitive) add('becomes-request', field.name, null);
    }
  }
  for (const { code, field } of findMisfits(register, record, known)) add(code, field, null);
  const verdict = own.some(isError) ? 'wrong' : known === undefined ? 'new' : changes.length === 0 ? 'unchanged' : 'changed';
  const said = verdict === 'wrong' ? own.filter(({ code }) => code !== 'becomes-request') : own;
  return { row, verdict, id: known?.id ?? null, record, changes, findings: said };
}

/** The row with something more to say of it as a whole. */
export const withFinding = (row: JudgedRow, code: RowFindingCode, detail: string | null): JudgedRow => ({
  ...row,
  findings: [
    ...row.findings,
    { code, row: row.row, column: null, field: null, detail: detail === null ? null : shortened(detail) },
  ],
});

const isError = (finding: RowFinding): boolean => severityOf(finding) === 'error';
/** Of the field, or of a part of it. */
const isAbout = (register: ExchangeRegister, finding: RowFinding, { name }: ExchangeField): boolean =>
  finding.field === name || (finding.field !== null && exchangeField(register, finding.field)?.partOf === name);
const isOfRow = (finding: RowFinding): boolean => finding.field === null && isError(finding);

/** By an id of ours, an id in a named system, or a number that is registered once. */
const canBeToldApart = (register: ExchangeRegister, record: ExchangeRecord): boolean =>
  identityFields[register].some((field) => record[field] !== undefined);

export const identityFields: { readonly [Register in ExchangeRegister]: readonly string[] } = {
  suppliers: ['id', 'externalId', 'organisationNumber'],
  customers: ['id', 'externalId', 'organisationNumber', 'personalNumber'],
  articles: ['id', 'number'],
};

/** Undefined: no change. */
function changeOf(field: ExchangeField, value: string, known: KnownRow | undefined): FieldChange | 'waits' | 'stays' | undefined {
  const before = known?.record[field.name] ?? '';
  const waiting = known?.waiting[field.name] ?? '';
  if (known !== undefined && field.kind === 'own-id') return undefined;
  if (field.onlyBegins === true && value === 'no') return undefined;
  if (known !== undefined && field.onlyWhenEmpty === true && before !== '') return value === before ? undefined : 'stays';
  const sensitive = field.sensitive === true && (known !== undefined || field.waitsWhenNew === true);
  if (field.several !== true) {
    if (value === before) return undefined;
    return value === waiting ? 'waits' : { field: field.name, before: shownBefore(field, known), after: value, sensitive };
  }
  const lacks =
    (there: readonly string[]) =>
    (one: string): boolean =>
      !sayTheSame(field, there, one);
  const lacking = splitSeveral(value).filter(lacks(splitSeveral(before)));
  if (lacking.length === 0) return undefined;
  const asked = lacking.filter(lacks(splitSeveral(waiting)));
  return asked.length === 0
    ? 'waits'
    : { field: field.name, before: shownBefore(field, known), after: joinSeveral(asked), sensitive };
}

/** Where somebody is whose identity is protected is told to nobody. */
const shownBefore = ({ name }: ExchangeField, known: KnownRow | undefined): string =>
  known?.record.isProtected === 'yes' && tellsWhere.has(name) ? '••••' : (known?.record[name] ?? '');

/** The names by which a row of a file is looked for: two rows with one in common are the same row. */
export function identitiesOf(register: ExchangeRegister, record: ExchangeRecord, system: string | null): readonly string[] {
  return identityFields[register].flatMap((field) => {
    const value = record[field];
    if (value === undefined) return [];
    return field === 'externalId' ? [`externalId ${system ?? ''} ${value}`] : [`${field} ${value}`];
  });
}
