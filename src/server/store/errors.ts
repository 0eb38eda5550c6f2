import { DatabaseError } from 'pg';
import { NotUnique, StoreFailure } from '../../shared/run/store.ts';
import { primaryKeyOf } from '../../shared/run/table-plan.ts';

/**
 * PostgreSQL refused a value or a key, and the whole transaction with it. It is run again, and then each write stands behind a
 * savepoint, so that just the command that is to blame gets to know.
 */
export class TryCarefully extends StoreFailure {
  constructor(cause: unknown) {
    super('storage-failed', cause);
  }
}

/**
 * What the rules and the door can tell apart. Errors in a value (class 22) or against a key (class 23) are the command's own;
 * errors of the program (class 42) stay as they are; the rest is the world's: nothing was kept, and it may be tried again.
 * Source: PostgreSQL 18, appendix A, error codes.
 */
export function asStoreError(error: unknown, careful: boolean): unknown {
  if (error instanceof StoreFailure || !(error instanceof Error)) return error;
  if (!(error instanceof DatabaseError) || error.code === undefined) return new StoreFailure('storage-failed', error);
  const ofTheCommand = error.code.startsWith('22') || error.code.startsWith('23');
  if (ofTheCommand && !careful) return new TryCarefully(error);
  if (error.code === '23505') return new NotUnique(keyIn(error));
  if (ofTheCommand || error.code.startsWith('42')) return error;
  return new StoreFailure(error.code === '53100' ? 'disk-full' : 'storage-failed', error);
}

const keyIn = ({ constraint = '', table = '' }: DatabaseError): string =>
  constraint === `${table}_pkey` ? (primaryKeyOf(table) ?? constraint) : constraint;
