import type { Day } from '../../../shared/base/day.ts';
import type { SupplierControls } from '../../../shared/contract/supplier-control.ts';
import { fTaxAt, limitsOn } from '../../../shared/domain/supplier-control/index.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';

/** Whether the supplier is approved for F-tax, by whom and as of when: 'Godkänd, 2026-11-01 enligt Skatteverket'. */
export function fTaxText({ verdicts }: Pick<SupplierControls, 'verdicts'>, today: Day, t: Texts): string {
  const { standing, onDay, isStale } = fTaxAt(verdicts, today, limitsOn(today));
  const source = verdicts.find(({ about }) => about === 'f-tax')?.source;
  if (standing === 'unknown' || onDay === null || source === undefined) return t.supplierFacts.fTaxUnknown;
  const said = standing === 'approved' ? t.supplierFacts.fTaxApproved : t.supplierFacts.fTaxNotApproved;
  return fill(isStale ? t.supplierFacts.fTaxStale : t.supplierFacts.fTaxBy, { standing: said, day: onDay, source });
}
