import type { Day } from '../../../shared/base/day.ts';
import type { SupplierId } from '../../../shared/base/ids.ts';
import type { ControlCheck, VerdictResult } from '../../../shared/domain/supplier-control/index.ts';
import type { PaymentNumberKind } from '../../../shared/domain/suppliers/index.ts';

/** A supplier that somebody else is asked about. No more goes out than the checks need. */
export type AskedSupplier = {
  readonly supplierId: SupplierId;
  readonly name: string;
  readonly organisationNumber: string | null;
  readonly paymentNumbers: readonly { readonly kind: PaymentNumberKind; readonly number: string }[];
  readonly checks: readonly ControlCheck[];
};

/** Suppliers that are asked about together. The same id sent again is the same batch. */
export type ControlBatch = { readonly batchId: string; readonly asOf: Day; readonly suppliers: readonly AskedSupplier[] };

export type GivenVerdict = {
  readonly supplierId: SupplierId;
  readonly about: ControlCheck;
  readonly result: VerdictResult;
  readonly onDay: Day;
  readonly note: string;
};
/** `ignored`: lines about what was not asked, or that say nothing that can be understood. */
export type ControlAnswer = { readonly verdicts: readonly GivenVerdict[]; readonly ignored: number };

/**
 * A control service (leverantörskontroll) as the program sees it, whoever it is and whichever way it is reached. Either function throws a
 * ControlServiceFailure, after which the same may be tried again.
 */
export type ControlService = {
  /** Shown beside each verdict. */
  readonly source: string;
  send(batch: ControlBatch): Promise<void>;
  /** What was answered to a batch that was sent; null while nothing is. Half an answer is a failure, never taken for a whole one. */
  receive(batch: ControlBatch): Promise<ControlAnswer | null>;
};

/** `unreachable`: no connection, or no answer in time · `refused`: it says no, and why stands in the message · `garbage`, `half-answer` */
export type ControlServiceFault = 'unreachable' | 'failing' | 'refused' | 'garbage' | 'half-answer';

export class ControlServiceFailure extends Error {
  readonly code: ControlServiceFault;
  constructor(code: ControlServiceFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
