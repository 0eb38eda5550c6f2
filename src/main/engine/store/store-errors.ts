import { NotUnique, StoreFailure } from '../../../shared/run/store.ts';
import { uniqueKeyOf } from '../../../shared/run/table-plan.ts';

/** Runs what talks to SQLite, and throws what the rules and the screen can tell apart. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(error);
  }
}

/** A key that is taken, a full disk, a broken one; anything else stays as it is. */
export function asStoreError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return new NotUnique(keyIn(error.message));
  if (code === 'SQLITE_FULL') return new StoreFailure('disk-full', error);
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CORRUPT' || code === 'SQLITE_READONLY')
    return new StoreFailure('storage-failed', error);
  return error;
}

/** 'UNIQUE constraint failed: people.id' → the name of the key of these columns. */
function keyIn(message: string): string {
  const columns = message.slice(message.indexOf(': ') + 2).split(', ');
  const table = columns[0]?.split('.')[0] ?? '';
  return (
    uniqueKeyOf(
      table,
      columns.map((column) => column.slice(table.length + 1)),
    ) ?? message
  );
}
