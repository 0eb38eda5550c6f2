/**
 * Reading and judging one e-invoice by all rules, against merely parsing the same XML in the same run: medians over the published examples,
 * or over invoices of our own where those are absent. Then a folder of `--count` invoices taken in to rows of the queue.
 * `npm run bench -- e-invoices --repeats 30 --count 2000`.
 */
import { parseArgs } from 'node:util';
import { validateFile } from '../../src/shared/domain/e-invoices/index.ts';
import { parseXml } from '../../src/shared/xml/index.ts';
import { rightInvoices } from '../../test/conformance/own-cases/index.ts';
import { bytesOf, isThere, xmlFiles } from '../../test/conformance/shared-data.ts';
import { measureIntake } from './e-invoices/intake.ts';

const { values } = parseArgs({
  options: { repeats: { type: 'string', default: '30' }, count: { type: 'string', default: '2000' } },
});
const repeats = Number(values.repeats);
const limitMs = 5;
const limitRatio = 6;
const leastPerSecond = 100;
const mostWaitMs = 50;

const folders = ['en16931/ubl-examples', 'peppol-bis3/examples', 'sfti-swedish/bis3-typfall', 'sfti-swedish/bis3-max-min'];
const more = ['sfti-swedish/bis3-print-series', 'zugferd/pdf-with-ubl-truth'];
const files = isThere
  ? xmlFiles(...folders, ...more).map(bytesOf)
  : Object.values(rightInvoices).map((xml) => new TextEncoder().encode(xml));

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const p95 = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)] ?? 0;

function took(work: () => unknown): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}

for (const bytes of files) for (let warm = 0; warm < 3; warm++) validateFile(bytes);
const parsing: number[] = [];
const judging: number[] = [];
for (let round = 0; round < repeats; round++)
  for (const bytes of files) {
    parsing.push(took(() => parseXml(bytes)));
    judging.push(took(() => validateFile(bytes)));
  }

const [parseMs, judgeMs] = [median(parsing), median(judging)];
const ratio = judgeMs / parseMs;
const bytes = median(files.map(({ length }) => length));
console.info(`${files.length} files${isThere ? '' : ' of our own'}, median ${(bytes / 1024).toFixed(1)} kB, ${repeats} rounds`);
console.info(`parse only:       median ${parseMs.toFixed(2)} ms, p95 ${p95(parsing).toFixed(2)} ms`);
console.info(`read and judge:   median ${judgeMs.toFixed(2)} ms, p95 ${p95(judging).toFixed(2)} ms  (at most ${limitMs} ms)`);
console.info(`ratio:            ${ratio.toFixed(2)}  (at most ${limitRatio})`);
const count = Number(values.count);
const intake = await measureIntake(count);
console.info(`folder of ${count}:    ${intake.perSecond.toFixed(0)} a second to rows of the queue  (at least ${leastPerSecond})`);
console.info(`bare:             ${intake.barePerSecond.toFixed(0)} a second read, judged and inserted one by one`);
console.info(
  `window meanwhile: p95 ${intake.p95Ms.toFixed(1)} ms of ${intake.asked} pages of the queue  (at most ${mostWaitMs} ms)`,
);
const isQuick = judgeMs <= limitMs && ratio <= limitRatio;
process.exit(isQuick && intake.perSecond >= leastPerSecond && intake.p95Ms <= mostWaitMs ? 0 : 1);
