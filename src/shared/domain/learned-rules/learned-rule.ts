import type { CommandId, LearnedRuleId, PersonId, SupplierId, SupplierInvoiceId } from '../../base/ids.ts';
import type { Anchor } from '../extraction/index.ts';
import type { FieldName } from '../invoice-fields/index.ts';

/** What came of trying a rule on verified invoices of its supplier, before it is used. */
export type Replay = {
  /** On how many invoices it was tried. */
  readonly checked: number;
  /** On how many of them the field came out as the clerk had vouched for. */
  readonly agreed: number;
  /** Those on which some field that came out right without the rule came out wrong with it. */
  readonly broken: readonly SupplierInvoiceId[];
};

type Every = {
  readonly id: LearnedRuleId;
  readonly rev: number;
  /** That of the invoice that taught it. */
  readonly unitId: string;
  readonly supplierId: SupplierId;
  readonly field: FieldName;
  readonly anchor: Anchor;
  readonly taughtBy: PersonId;
  readonly taughtAtMs: number;
  /** The invoice that taught it, the correction on it, and what stood there. */
  readonly invoiceId: SupplierInvoiceId;
  readonly correctionId: CommandId;
  readonly exampleText: string;
};

/**
 * A learned rule (lärd regel): where a field stands on a supplier's layout, as one correction showed it.
 *
 * `trial`: not used; it has not been tried on the supplier's verified invoices yet, or would break some of them. `active`: used in
 * every reading. `off`: a clerk said so, the correction was taken back, or a newer rule took its place.
 */
export type LearnedRule =
  | (Every & { readonly state: 'trial'; readonly replay?: Replay })
  | (Every & { readonly state: 'active'; readonly replay: Replay })
  | (Every & { readonly state: 'off'; readonly replay?: Replay; readonly replacedBy?: LearnedRuleId });

export type LearnedRuleState = LearnedRule['state'];

/** How far apart two rules may point and still say the same, in page heights: about the height of a small letter. */
const slack = 0.008;

/** Whether two anchors say the same. */
export const sayTheSame = (one: Anchor, other: Anchor): boolean =>
  one.field === other.field &&
  one.page === other.page &&
  one.label === other.label &&
  one.stands === other.stands &&
  Math.abs(one.dy - other.dy) < slack &&
  (Math.abs(one.dx0 - other.dx0) < slack || Math.abs(one.dx1 - other.dx1) < slack);
