import { fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { Result } from './accuracy.ts';
import type { Judged } from './judge-fields.ts';
import { calibrationError, separation } from './statistics.ts';
import { percentText, printTable, tallyHead, tallyRow, three } from './tables.ts';
import { byField, tallyOf } from './tallies.ts';

export function showAccuracy(results: readonly Result[]): void {
  const all = results.flatMap(({ judged }) => judged);
  const fields = byField(all);
  printTable(`fields, ${results.length} documents`, tallyHead, [
    ...fieldNames.map((name) => tallyRow(name, tallyOf(fields.get(name) ?? []))),
    tallyRow('all', tallyOf(all)),
  ]);

  const degradations = Map.groupBy(results, ({ file }) => file.degradation);
  printTable(
    'by degradation',
    tallyHead,
    [...degradations].map(([name, own]) => tallyRow(name, tallyOf(own.flatMap(({ judged }) => judged)))),
  );

  const known = Map.groupBy(results, (result) => (result.known ? 'known supplier' : 'unknown supplier'));
  printTable(
    'by supplier',
    tallyHead,
    [...known].map(([name, own]) => tallyRow(name, tallyOf(own.flatMap(({ judged }) => judged)))),
  );

  const types = Map.groupBy(results, ({ file }) => file.truth.documentType);
  printTable(
    'document type',
    ['', 'documents', 'right'],
    [
      ...[...types].map(([name, own]) => [
        name,
        String(own.length),
        percentText(own.filter(({ typeRight }) => typeRight).length / own.length),
      ]),
      [
        'one document read as one',
        String(results.length),
        percentText(results.filter(({ reading }) => reading.documents.length === 1).length / results.length),
      ],
    ],
  );
  showConfidence(all);
}

function showConfidence(all: readonly Judged[]): void {
  const said = all
    .filter(({ got, verdict }) => got !== null && verdict !== 'implied')
    .map(({ confidence, verdict }) => ({ confidence, right: verdict === 'right' }));
  console.info(
    `\nconfidence: expected calibration error ${three(calibrationError(said))} (aim ≤ 0.030), AUROC ${three(separation(said))} (aim ≥ 0.900), on ${said.length} values`,
  );
}
