import type { Rule } from '../rule.ts';
import { allowanceRules } from './allowances.ts';
import { codeRules } from './codes.ts';
import { dataTypeRules } from './data-types.ts';
import { decimalRules } from './decimal-places.ts';
import { documentRules } from './document.ts';
import { idleRules } from './idle-rules.ts';
import { lineRules } from './lines.ts';
import { partyRules } from './parties.ts';
import { paymentRules } from './payment.ts';
import { specialCategoryRules } from './special-categories.ts';
import { structureRules } from './structure.ts';
import { partyStructureRules } from './structure-of-parties.ts';
import { totalRules } from './totals.ts';
import { vatCategoryRules } from './vat-categories.ts';

/** Every rule of EN 16931 for UBL. */
export const en16931Rules: readonly Rule[] = [
  ...documentRules,
  ...partyRules,
  ...lineRules,
  ...allowanceRules,
  ...paymentRules,
  ...totalRules,
  ...decimalRules,
  ...vatCategoryRules,
  ...specialCategoryRules,
  ...codeRules,
  ...structureRules,
  ...partyStructureRules,
  ...dataTypeRules,
  ...idleRules,
];
