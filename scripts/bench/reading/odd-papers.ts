import type { Turn } from '../../../test/make/papers/degrade.ts';
import { drawOther, otherKinds } from '../../../test/make/papers/other-papers.ts';
import { paperFacts } from '../../../test/make/papers/paper-facts.ts';
import { inTurn, type Result, readOne } from './accuracy.ts';
import { keptFile, testFile } from './made-files.ts';
import type { Through } from './read-through.ts';
import { percentText, printTable, tallyHead, tallyRow } from './tables.ts';
import { tallyOf } from './tallies.ts';

type Asked = { readonly papers: number; readonly firstSeed: number };

/** Papers that lay sideways or on their heads in the scanner. */
export async function measureTurned(through: Through, { papers, firstSeed }: Asked): Promise<readonly Result[]> {
  const turns: readonly Turn[] = [0, 90, 180, 270];
  const seeds = Array.from({ length: papers }, (_, at) => firstSeed + 40_000 + at);
  // The same paper in all four ways.
  const results = await inTurn(seeds, 3, async (seed, at) => ({
    turn: turns[at % 4] ?? 0,
    result: await readOne(
      through,
      await testFile(seed - (at % 4), at % 8 < 4 ? 'office' : 'fax', { turn: turns[at % 4] ?? 0, lineCount: 3 }),
    ),
  }));
  const groups = Map.groupBy(results, ({ turn }) => turn);
  printTable(
    'turned pages',
    tallyHead,
    [...groups].map(([turn, own]) => tallyRow(`${turn}°`, tallyOf(own.flatMap(({ result }) => result.judged)))),
  );
  return results.map(({ result }) => result);
}

/** Delivery notes, quotations, terms, letters: none of them is to be taken for an invoice. */
export async function measureOthers(through: Through, { papers, firstSeed }: Asked): Promise<number> {
  const seeds = Array.from({ length: papers }, (_, at) => firstSeed + 45_000 + at);
  const read = await inTurn(seeds, 3, async (seed, at) => {
    const kind = otherKinds[at % otherKinds.length] ?? 'letter';
    const facts = paperFacts(seed, { type: 'invoice', lineCount: 4 });
    const file = await keptFile(`other-${seed}`, { seed, degradation: 'digital' }, async () => ({
      fileName: `${seed}.pdf`,
      bytes: await drawOther(facts, seed, kind),
      truth: kind,
    }));
    const { documents } = await through.read(file);
    return { kind, type: documents[0]?.proposal.documentType ?? 'none' };
  });
  const groups = Map.groupBy(read, ({ kind }) => kind);
  const right = (own: typeof read): string => percentText(own.filter(({ type }) => type === 'other').length / own.length);
  printTable(
    'papers that are no invoices',
    ['', 'papers', 'told so', 'taken for'],
    [
      ...[...groups].map(([kind, own]) => [
        kind,
        String(own.length),
        right(own),
        [...new Set(own.map(({ type }) => type))].filter((type) => type !== 'other').join(' '),
      ]),
      ['all', String(read.length), right(read), ''],
    ],
  );
  return read.filter(({ type }) => type === 'other').length / read.length;
}
