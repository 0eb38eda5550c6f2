/** Why a file as a whole cannot be read. What is wrong with one row of it is said at that row instead. */
export const exchangeFaultCodes = [
  'file-missing',
  'file-empty',
  /** Neither text nor a workbook of the kind .xlsx. */
  'unknown-kind',
  /** An older workbook (.xls), or one with a password. */
  'old-workbook',
  /** The file ends before it should, or is not what its name says. */
  'broken-workbook',
  'no-sheet',
  'too-large',
  /** It would unpack to more than is sane: nothing of it is read. */
  'unpacks-to-too-much',
  'too-many-columns',
  'too-many-rows',
] as const;
export type ExchangeFaultCode = (typeof exchangeFaultCodes)[number];

export class ExchangeFault extends Error {
  readonly code: ExchangeFaultCode;
  constructor(code: ExchangeFaultCode, detail: string = code) {
    super(detail);
    this.code = code;
  }
}
