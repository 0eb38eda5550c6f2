import type { XmlElement } from '../../../xml/index.ts';
import { check, checklist } from './check.ts';
import type { RuleFinding } from './rule.ts';
import { ruleSets } from './rule-sets.ts';

const everyRule = checklist(ruleSets.flatMap(({ rules }) => rules));

/** Everything in a UBL invoice or credit note that breaks a rule of EN 16931, of Peppol or of Sweden, in the file's order. */
export const checkRules = (file: XmlElement): readonly RuleFinding[] => check(file, everyRule);
