import type { ExchangeRefusal } from '../../../shared/contract/register-exchange.ts';
import { asFailure } from '../failures.ts';
import { ExchangeFault } from './exchange-fault.ts';
import { MappingRefused } from './judge-table.ts';
import { ImportStopped } from './run-import.ts';

/** Why a job stopped. What had been taken by then stands. */
export function asRefusal(error: unknown): ExchangeRefusal {
  if (error instanceof MappingRefused) return { code: 'mapping-refused', faults: error.faults };
  if (error instanceof ExchangeFault) return { code: error.code, detail: null };
  if (error instanceof ImportStopped) return { code: error.code, detail: null };
  return { code: asFailure(error).code, detail: null };
}
