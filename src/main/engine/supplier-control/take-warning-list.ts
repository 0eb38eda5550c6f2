import type { Day } from '../../../shared/base/day.ts';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { WarningListReport } from '../../../shared/contract/control-service.ts';
import { decideWarningListImport } from '../../../shared/domain/supplier-control/index.ts';
import type { EngineParts } from '../engine-parts.ts';
import { readWarningList } from './read-warning-list.ts';

/** More than a list has. */
const allEntries = 10_000;

export type ListToTake = { readonly list: string; readonly source: string; readonly asOf: Day };

/**
 * Judges a warning list's file, and takes it in where a person is named: who is new is listed, who is left out is lifted. What it would
 * do, or did, is counted the same way.
 */
export async function takeWarningList(
  { store, execute }: Pick<EngineParts, 'store' | 'execute'>,
  path: string,
  wanted: ListToTake,
  by: PersonId | null,
): Promise<WarningListReport> {
  const read = await readWarningList(path);
  if (!read.ok) return { ...read, at: 'unreadable' };
  const { encoding, lines, faults, faulty } = read;
  const command = { ...wanted, lines };
  const known = await store.find('warningListEntry', 'byList', [wanted.list], allEntries);
  const judged = decideWarningListImport(known, command);
  const count = (type: string): number => (judged.ok ? judged.value.filter((event) => event.type === type).length : 0);
  const about = {
    ...{ encoding, faults, faulty, refusal: null },
    ...{ listed: count('warning-listed'), confirmed: count('warning-confirmed'), lifted: count('warning-lifted') },
  };
  if (!judged.ok) return { ...about, at: 'refused', refusal: judged.error.code };
  if (by === null) return { ...about, at: 'judged' };
  const taken = await execute(by, 'supplier-control/import-warning-list', command);
  return taken.ok ? { ...about, at: 'taken' } : { ...about, at: 'refused', refusal: taken.error.code };
}
