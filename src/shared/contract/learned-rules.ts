import type { CommandId, LearnedRuleId, PersonId, SupplierId, SupplierInvoiceId } from '../base/ids.ts';
import type { FieldName } from '../domain/invoice-fields/index.ts';
import type { LearnedRuleState, Replay } from '../domain/learned-rules/index.ts';

/** A learned rule as a clerk reads it: 'Läst till höger om "Fakturanr", som Anna visade 2026-11-20'. */
export type LearnedRuleRow = {
  readonly id: LearnedRuleId;
  readonly supplierId: SupplierId;
  readonly supplierName: string | null;
  readonly field: FieldName;
  readonly state: LearnedRuleState;
  /** The letters of the printed label that the place is counted from: 'fakturanr'. Null where only the place on the page counts. */
  readonly label: string | null;
  /** False: the field does not stand on this layout, though something there looks like it. */
  readonly stands: boolean;
  readonly taughtBy: PersonId;
  readonly taughtByName: string;
  readonly taughtAtMs: number;
  /** The correction that taught it: `supplier-invoices/undo` of it switches the rule off. */
  readonly correctionId: CommandId;
  readonly example: {
    readonly invoiceId: SupplierInvoiceId;
    readonly number: string | null;
    /** What stood at the place. */
    readonly text: string;
  };
  /** Null while it has not been tried on the supplier's verified invoices. */
  readonly replay: Replay | null;
  /** The rule that took its place. */
  readonly replacedBy: LearnedRuleId | null;
};

/** Told when a correction has taught something and it has been tried. */
export type LearnedNotice = {
  readonly kind: 'learned';
  readonly ruleId: LearnedRuleId;
  readonly correctionId: CommandId;
  readonly field: FieldName;
  readonly supplierName: string;
  /** On how many verified invoices it would have made something wrong: above 0 the rule is not used. */
  readonly wouldBreak: number;
};
