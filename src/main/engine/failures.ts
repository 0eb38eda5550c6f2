import { EngineError, type EngineErrorCode } from '../../shared/contract/engine.ts';
import { StoreFailure } from '../../shared/run/store.ts';

/** The system's own code of a failure: 'ENOENT', 'ENOSPC' … */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What others may know of a failure: its code and a word about it, never a path or a stack. */
export function asFailure(error: unknown): { readonly code: EngineErrorCode; readonly message: string } {
  if (error instanceof EngineError) return { code: error.code, message: error.message };
  if (error instanceof StoreFailure) return { code: error.code, message: error.code };
  if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') return { code: 'disk-full', message: 'disk-full' };
  console.error(error);
  return { code: 'failed', message: 'failed' };
}
