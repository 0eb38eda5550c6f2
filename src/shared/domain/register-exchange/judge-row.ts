import { type ExchangeField, type ExchangeRecord, type ExchangeRegister, joinSeveral, splitSeveral } from './exchange-field.ts';
import { exchangeFields } from './exchange-fields.ts';
import { type RowFinding, type RowFindingCode, severityOf } from './findings.ts';
import { type ReadRow, shortened } from './read-row.ts';

export const rowVerdicts = ['new', 'changed', 'unchanged', 'wrong'] as const;
export type RowVerdict = (typeof rowVerdicts)[number];

/** A row of the register as files would have it, and what of it waits for a second person. */
export type KnownRow = {
  readonly id: string;
  readonly record: ExchangeRecord;
  /** The values that are asked for and not yet decided, by field. */
  readonly waiting: ExchangeRecord;
  /** The file names one that was merged into this one. */
  readonly wasMerged?: boolean;
};

/** The rows of the register that a row of a file may be, looked up before. */
export type RowFacts = {
  readonly byOwnId: KnownRow | undefined;
  readonly byExternalId: KnownRow | undefined;
  readonly byNumber: KnownRow | undefined;
  /** The one who takes it in has put the telephone number there: it is nobody's to ring about what they ask for. */
  readonly importerSetPhone?: boolean;
  /** The row of the file that is the same. */
  readonly earlierRow: number | undefined;
  /** Rows of the register, not this one, that have one of its payment numbers: field, number and the row's name. */
  readonly elsewhere: readonly { readonly field: string; readonly number: string; readonly name: string }[];
};

export type FieldChange = {
  readonly field: string;
  /** '' where it had none. */
  readonly before: string;
  /** Of several values: those that are new. */
  readonly after: string;
  /** Asked for, and in force when a second person has approved it. */
  readonly sensitive: boolean;
};

export type JudgedRow = {
  readonly row: number;
  readonly verdict: RowVerdict;
  /** The row of the register; null for a new one. */
  readonly id: string | null;
  readonly record: ExchangeRecord;
  readonly changes: readonly FieldChange[];
  readonly findings: readonly RowFinding[];
};

/**
 * What a row of a file would do to the register. An empty cell says nothing: it takes nothing away. Of several values those that are
 * not there are added. Judged again after it has been taken, a row is unchanged.
 */
export function judgeRow(register: ExchangeRegister, { row, record, findings }: ReadRow, facts: RowFacts): JudgedRow {
  const own: RowFinding[] = [...findings];
  const add = (code: RowFindingCode, field: string | null, detail: string | null): void =>
    void own.push({ code, row, column: null, field, detail });

  const known = facts.byOwnId ?? facts.byExternalId ?? facts.byNumber;
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
  for (const field of exchangeFields[register]) {
    const value = record[field.name];
    if (value === undefined) {
      if (
        field.required === true &&
        known === undefined &&
        !own.some((finding) => finding.field === field.name || isOfRow(finding))
      )
        add('missing', field.name, null);
      continue;
    }
    const change = changeOf(field, value, known);
    if (change === 'waits') add('waits-already', field.name, null);
    else if (change !== undefined) {
      changes.push(change);
      if (change.sensitive) add('becomes-request', field.name, null);
    }
  }
  const verdict = own.some(isError) ? 'wrong' : known === undefined ? 'new' : changes.length === 0 ? 'unchanged' : 'changed';
  const said = verdict === 'wrong' ? own.filter(({ code }) => code !== 'becomes-request') : own;
  return { row, verdict, id: known?.id ?? null, record, changes, findings: said };
}

const isError = (finding: RowFinding): boolean => severityOf(finding) === 'error';
const isOfRow = (finding: RowFinding): boolean => finding.field === null && isError(finding);

/** By an id of ours, an id in a named system, or a number that is registered once. */
const canBeToldApart = (register: ExchangeRegister, record: ExchangeRecord): boolean =>
  identityFields[register].some((field) => record[field] !== undefined);

export const identityFields: { readonly [Register in ExchangeRegister]: readonly string[] } = {
  suppliers: ['id', 'externalId', 'organisationNumber'],
};

/** Undefined: no change. */
function changeOf(field: ExchangeField, value: string, known: KnownRow | undefined): FieldChange | 'waits' | undefined {
  const before = known?.record[field.name] ?? '';
  const waiting = known?.waiting[field.name] ?? '';
  if (known !== undefined && (field.kind === 'own-id' || (field.onlyWhenEmpty === true && before !== ''))) return undefined;
  const sensitive = field.sensitive === true && (known !== undefined || field.waitsWhenNew === true);
  if (field.several !== true) {
    if (value === before) return undefined;
    return value === waiting ? 'waits' : { field: field.name, before, after: value, sensitive };
  }
  const there = splitSeveral(before);
  const lacking = splitSeveral(value).filter((one) => !there.includes(one));
  if (lacking.length === 0) return undefined;
  const asked = lacking.filter((one) => !splitSeveral(waiting).includes(one));
  return asked.length === 0 ? 'waits' : { field: field.name, before, after: joinSeveral(asked), sensitive };
}

/** The names by which a row of a file is looked for: two rows with one in common are the same row. */
export function identitiesOf(register: ExchangeRegister, record: ExchangeRecord, system: string | null): readonly string[] {
  return identityFields[register].flatMap((field) => {
    const value = record[field];
    if (value === undefined) return [];
    return field === 'externalId' ? [`externalId ${system ?? ''} ${value}`] : [`${field} ${value}`];
  });
}
