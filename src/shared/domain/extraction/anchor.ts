import type { SupplierId } from '../../base/ids.ts';
import type { FieldName } from '../invoice-fields/index.ts';

/**
 * Where a field stands on a supplier's layout, as one correction on the picture showed it. Lengths are in page heights, so that a
 * step across and a step down have one scale.
 */
export type Anchor = {
  readonly field: FieldName;
  /** 1 is the document's first page, -1 its last. */
  readonly page: number;
  /** The printed label's letters ('fakturanr'); '' where no label stands near, and the place on the page counts alone. */
  readonly label: string;
  /** From the label's upper left corner (the page's, without a label) to the value's. */
  readonly dx: number;
  readonly dy: number;
  /** The value's form: 9 for a digit, A for a letter, other signs as they are: '9999-99999'. */
  readonly shape: string;
  /** False: what stands there is not this field, and the field is absent from the layout. */
  readonly stands: boolean;
};

/** An anchor that was taught for a supplier. */
export type LearnedAnchor = Anchor & { readonly ruleId: string; readonly supplierId: SupplierId };
