import { err, ok, type Result } from '../../base/result.ts';
import type { ExchangeRecord, ExchangeRegister } from './exchange-field.ts';
import { exchangeField } from './exchange-fields.ts';
import { judgeRow } from './judge-row.ts';
import type { JudgedRow, RowFacts } from './judged-row.ts';
import { isNormal } from './parse-value.ts';

/** Rows of a file that a person has chosen to take, as the command that writes them has them. */
export type ImportedRow = {
  /** Of the file. */
  readonly row: number;
  readonly record: ExchangeRecord;
  /** As many new ids as the row may need: for itself, its payment numbers and the changes that it asks for. */
  readonly ids: readonly string[];
};
/** Some rows of a file for one register, and where they are from. */
export type Import = {
  readonly rows: readonly ImportedRow[];
  readonly importId: string;
  readonly fileName: string;
  /** Whose ids the column `externalId` holds. */
  readonly system: string | null;
  /** Whose register it is; null: the one that all clients share. */
  readonly unitId: string | null;
};
export type ImportRejection = {
  readonly code: 'rows-refused';
  readonly rows: readonly { readonly row: number; readonly code: string; readonly field: string | null }[];
};

/**
 * The rows judged once more, by whoever decides: values that came in any other way than through a file are parsed as strictly, and what
 * the register holds by now counts. One wrong row refuses them all, and says which and why.
 */
export function judgeImported(
  register: ExchangeRegister,
  rows: readonly ImportedRow[],
  facts: readonly RowFacts[],
): Result<readonly JudgedRow[], ImportRejection> {
  const wrong: { row: number; code: string; field: string | null }[] = [];
  const judged = rows.map(({ row, record }, place): JudgedRow => {
    for (const [name, value] of Object.entries(record)) {
      const field = exchangeField(register, name);
      if (field === undefined || field.partOf !== undefined) wrong.push({ row, code: 'no-such-field', field: name });
      else if (!isNormal(field, value)) wrong.push({ row, code: 'not-normal', field: name });
    }
    return judgeRow(register, { row, record, findings: [] }, { ...nothing, ...facts[place] });
  });
  for (const { row, verdict, findings } of judged)
    if (verdict === 'wrong') wrong.push({ row, code: findings[0]?.code ?? 'wrong', field: findings[0]?.field ?? null });
  return wrong.length > 0 ? err({ code: 'rows-refused', rows: wrong.slice(0, 20) }) : ok(judged);
}

/** The rule itself has an objection to one row. */
export const refusedRow = (row: number, code: string): ImportRejection => ({
  code: 'rows-refused',
  rows: [{ row, code, field: null }],
});

const nothing: RowFacts = {
  byOwnId: undefined,
  byExternalId: undefined,
  byNumber: undefined,
  earlierRow: undefined,
  elsewhere: [],
};
