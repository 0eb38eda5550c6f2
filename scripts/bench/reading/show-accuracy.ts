import { fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { Result } from './accuracy.ts';
import type { Judged } from './judge-fields.ts';
import { addMatched, noneMatched, scoresOf } from './judge-tables.ts';
import { calibrationError, separation } from './statistics.ts';
import { percentText, printTable, tallyHead, tallyRow, three } from './tables.ts';
import { byField, tallyOf } from './tallies.ts';

/** Prints the tables, and gives their figures. */
export function showAccuracy(results: readonly Result[]) {
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
  showTables(results);
  showConfidence(all);
  return {
    all: tallyOf(all),
    fields: Object.fromEntries(fieldNames.map((name) => [name, tallyOf(fields.get(name) ?? [])])),
    degradations: Object.fromEntries(
      [...degradations].map(([name, own]) => [name, tallyOf(own.flatMap(({ judged }) => judged))]),
    ),
  };
}

function showTables(results: readonly Result[]): void {
  const all = (['vat', 'lines'] as const).map((what) => ({
    what,
    matched: results.map((result) => result[what]).reduce(addMatched, noneMatched),
  }));
  printTable(
    'tables',
    ['', 'printed', 'read', 'recall', 'precision', 'F1'],
    all.map(({ what, matched }) => {
      const { recall, precision, f1 } = scoresOf(matched);
      return [
        what === 'vat' ? 'VAT per rate' : 'lines',
        String(matched.printed),
        String(matched.read),
        three(recall),
        three(precision),
        three(f1),
      ];
    }),
  );
}

function showConfidence(all: readonly Judged[]): void {
  const said = all
    .filter(({ got, verdict }) => got !== null && verdict !== 'implied')
    .map(({ confidence, verdict }) => ({ confidence, right: verdict === 'right' }));
  console.info(
    `\nconfidence: expected calibration error ${three(calibrationError(said))} (aim ≤ 0.030), AUROC ${three(separation(said))} (aim ≥ 0.900), on ${said.length} values`,
  );
}
