import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asPageWords, type PageWords } from '../../../src/shared/base/page.ts';
import { type KnownSupplier, proposeDocuments } from '../../../src/shared/domain/extraction/index.ts';
import { fieldNames, type Proposal } from '../../../src/shared/domain/invoice-fields/index.ts';
import { type Chance, seeded } from '../../make/documents/seeded.ts';
import type { DocumentTruth } from '../../make/documents/truth.ts';

/** Words of the demonstration documents as they were once read (test/make/documents/keep-words.ts) → the fields proposed. */
const root = resolve(import.meta.dirname, '../../..');
const folder = resolve(root, 'test/golden/extraction');
const fromJson = <Thing>(path: string): Thing => JSON.parse(readFileSync(resolve(root, path), 'utf8'));
const suppliers = fromJson<KnownSupplier[]>('resources/demonstration/suppliers.json');
const truth = fromJson<Record<string, { documents: DocumentTruth[] }>>('resources/demonstration/truth.json');
const around = { suppliers, today: '2026-11-22' as Day };
const files = readdirSync(resolve(folder, 'words')).map((name) => name.replace(/\.json$/, ''));

const proposals = new Map<string, readonly Proposal[]>();

/** Read once, looked at by two tests. */
function propose(file: string): readonly Proposal[] {
  const pages = fromJson<PageWords[]>(`test/golden/extraction/words/${file}.json`).map(asPageWords);
  const found = proposals.get(file) ?? proposeDocuments(pages, around).documents;
  proposals.set(file, found);
  return found;
}

/** One field a line: its name, state, value, and why. */
function print({ pages, documentType, fields, lines, vat }: Proposal): string {
  const ofFields = fieldNames.map((name) => {
    const { state, value, raw, evidence } = fields[name];
    const why = evidence.map((one) => one.kind).filter((kind) => kind !== 'pixels');
    return `${name}\t${state}\t${value ?? '-'}\t'${raw}'\t${why.join(' ')}`;
  });
  const ofLines = lines.map(
    (line) => `line\t${line.description}\t${line.quantity}\t${line.unitPriceMinor}\t${line.ratePercent}\t${line.amountMinor}`,
  );
  const ofVat = vat.map((sum) => `vat\t${sum.ratePercent} %\t${sum.baseMinor}\t${sum.vatMinor}`);
  return `${[`${documentType}, pages ${pages.join(' ')}`, ...ofFields, ...ofLines, ...ofVat].join('\n')}\n`;
}

describe('demonstration documents', () => {
  test.each(files)('%s', async (file) => {
    await expect(propose(file).map(print).join('\n')).toMatchFileSnapshot(resolve(folder, `${file}.fields.tsv`));
  });

  test('19 fields of 20 come out right, and none that is wrong is safe', () => {
    const compared = files.flatMap((file) => {
      const [wanted] = truth[file]?.documents ?? [];
      const [found] = propose(file);
      return wanted && found
        ? fieldNames.map((name) => ({ file, name, wanted: wanted.fields[name], found: found.fields[name] }))
        : [];
    });
    const onPaper = compared.filter(({ wanted }) => wanted !== null);
    const right = onPaper.filter(({ wanted, found }) => found.value === wanted);
    expect(right.length / onPaper.length).toBeGreaterThanOrEqual(0.95);
    expect(
      compared
        .filter(({ wanted, found }) => found.state === 'safe' && found.value !== wanted)
        .map(({ file, name }) => `${file} ${name}`),
    ).toEqual([]);
  });

  test('of the fields that come out safe from badly read pages, at most one in a hundred is wrong', () => {
    const chance = seeded(7);
    const safe = files.flatMap((file) => {
      const damaged = fromJson<PageWords[]>(`test/golden/extraction/words/${file}.json`).map((page) =>
        misread(asPageWords(page), chance),
      );
      const [wanted] = truth[file]?.documents ?? [];
      const [found] = proposeDocuments(damaged, around).documents;
      const names = fieldNames.filter((name) => found?.fields[name].state === 'safe');
      return names.map((name) => found?.fields[name].value === wanted?.fields[name]);
    });
    expect(safe.length).toBeGreaterThan(50);
    expect(safe.filter((isRight) => !isRight).length / safe.length).toBeLessThanOrEqual(0.01);
  });
});

/** One sign in seventy is taken for another of its kind, and one word in a hundred is not seen. */
function misread(page: PageWords, chance: Chance): PageWords {
  const sign = (one: string): string => {
    if (chance.next() > 1 / 70) return one;
    return /\d/.test(one)
      ? String(chance.whole(0, 9))
      : /\p{Ll}/u.test(one)
        ? chance.pick(['a', 'c', 'e', 'i', 'l', 'n', 'r', 't'])
        : one;
  };
  const words = page.words
    .filter(() => chance.next() > 0.01)
    .map((word) => ({ ...word, text: [...word.text].map(sign).join('') }));
  return { ...page, words };
}
