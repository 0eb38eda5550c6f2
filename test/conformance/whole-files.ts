import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleSets } from '../../src/shared/domain/e-invoices/rules/rule-sets.ts';
import { checkRules } from '../../src/shared/domain/e-invoices/rules/validate.ts';
import { parseXml } from '../../src/shared/xml/index.ts';
import { bytesOf, sharedData } from './shared-data.ts';

/** What the published validators said of a whole file, and what ours said: rules by number, `(w)` behind a warning. */
export type JudgedFile = {
  readonly file: string;
  readonly expected: readonly string[];
  readonly found: readonly string[];
  /** What the published validators said by rules that are not built. */
  readonly leftOut: readonly string[];
};

const built = new Set(ruleSets.flatMap(({ rules }) => rules.map(({ id }) => id)));
const bare = (rule: string): string => rule.replace('(w)', '');

/** Every line of schematron-outcomes.tsv, with the same file through our rules. */
export function judgeFiles(): readonly JudgedFile[] {
  const [, , ...lines] = readFileSync(join(sharedData, 'schematron-outcomes.tsv'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [file = '', ...columns] = line.split('\t');
    const said = columns.flatMap((column) => column.split(',')).filter((rule) => rule !== 'ok');
    const parsed = parseXml(bytesOf(file));
    if (!parsed.ok) throw new Error(`${file}: ${parsed.error.code}`);
    const found = checkRules(parsed.value).map(({ rule, severity }) => `${rule}${severity === 'warning' ? '(w)' : ''}`);
    return {
      file,
      expected: said.filter((rule) => built.has(bare(rule))).toSorted(),
      found: [...new Set(found)].toSorted(),
      leftOut: said.filter((rule) => !built.has(bare(rule))),
    };
  });
}
