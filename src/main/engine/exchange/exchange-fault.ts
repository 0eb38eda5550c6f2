import type { ExchangeFaultCode } from '../../../shared/contract/register-exchange.ts';

/** A file as a whole cannot be read. What is wrong with one row of it is said at that row instead. */
export class ExchangeFault extends Error {
  readonly code: ExchangeFaultCode;
  constructor(code: ExchangeFaultCode, detail: string = code) {
    super(detail);
    this.code = code;
  }
}
