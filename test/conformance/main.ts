import { parseArgs } from 'node:util';
import { leftOut, ruleSets } from '../../src/shared/domain/e-invoices/rules/rule-sets.ts';
import { provenRules } from './coverage.ts';
import { judgeHybrids } from './hybrid-files.ts';
import { type JudgedCase, judgeCase, nameOf, wrongUpstream } from './judge-cases.ts';
import { ownCases } from './own-cases/index.ts';
import { isThere, sharedData } from './shared-data.ts';
import { unitCases } from './unit-cases.ts';
import { type JudgedFile, judgeFiles } from './whole-files.ts';

/** `npm run test:conformance`: every published case and file through our rules, rule by rule. `--short` leaves out rules that agree. */
const { values } = parseArgs({ options: { short: { type: 'boolean' } } });

if (!isThere) {
  console.info(`skipped: no published cases in ${sharedData}`);
  process.exit(0);
}
for (const { name, release, rules } of ruleSets) console.info(`${name}: ${release}, ${rules.length} rules`);

const judged = unitCases().map(judgeCase);
const counted = judged.filter((one) => wrongUpstream[nameOf(one)] === undefined);
const byRule = Map.groupBy(counted, ({ rule }) => rule);
console.info('\nrule                     cases  agreed  disagreed');
for (const [rule, cases] of [...byRule].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) sayRule(rule, cases);
const disagreed = counted.filter(({ agrees }) => !agrees);
sayRule('all', counted);
for (const one of disagreed) console.info(`  ${nameOf(one)}: ${one.rule} ${one.expected}, found ${namesOf(one)}`);
for (const [name, reason] of Object.entries(wrongUpstream)) console.info(`  wrong upstream: ${name}: ${reason}`);
console.info('');

const files = judgeFiles();
const unlike = sayFiles('whole files', files);
const hybrids = await judgeHybrids();
unlike.push(...sayFiles('the same as CII in a PDF', hybrids));

const skipped = Map.groupBy(
  files.flatMap((file) => file.leftOut),
  (rule) => rule,
);
console.info(`left out in them: ${[...skipped].map(([rule, all]) => `${rule} ×${all.length}`).join(', ')}`);
for (const { rules, because } of leftOut) console.info(`left out: ${rules.join(', ')}: ${because}`);

const { published, oursOnly, unproven } = provenRules(judged, files, ownCases);
console.info(
  `\nproven by a published case: ${published.length}; by one of ours alone: ${oursOnly.length}; by none: ${unproven.length}`,
);
if (unproven.length > 0) console.info(`  ${unproven.join(' ')}`);

const failed = disagreed.length + unlike.length + unproven.length;
console.info(`\n${counted.length + files.length + hybrids.length - disagreed.length - unlike.length} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function sayRule(rule: string, cases: readonly JudgedCase[]): void {
  const agreed = cases.filter(({ agrees }) => agrees).length;
  if (values.short === true && agreed === cases.length && rule !== 'all') return;
  const cell = (number: number) => String(number).padStart(8);
  console.info(`${rule.padEnd(22)}${cell(cases.length)}${cell(agreed)}${cell(cases.length - agreed).padStart(11)}`);
}

function namesOf({ found, rule }: JudgedCase): string {
  return (
    found
      .filter((one) => one.rule === rule)
      .map(({ path, message }) => `${path} ${message.en}`)
      .join('; ') || 'nothing'
  );
}

function sayFiles(name: string, judgedFiles: readonly JudgedFile[]): JudgedFile[] {
  const others = judgedFiles.filter(({ expected, found }) => expected.join() !== found.join());
  console.info(`${name}: ${judgedFiles.length}, of which ${judgedFiles.length - others.length} give the published rules`);
  for (const { file, expected, found } of others) console.info(`  ${file}: published ${expected.join()}, ours ${found.join()}`);
  return others;
}
