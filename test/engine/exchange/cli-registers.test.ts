import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { anEngine, sitDown } from '../../make/engine.ts';
import { aFile } from '../../make/tables.ts';
import { aFolder } from '../../make/workspace.ts';

const entry = fileURLToPath(new URL('../../../src/cli/index.ts', import.meta.url));
type Line = { readonly [key: string]: unknown };

const cli = (...args: string[]): Promise<{ status: number; lines: readonly Line[]; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [entry, ...args], (error, stdout, stderr) => {
      const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
      resolve({ status: Number(error?.code ?? 0), lines: lines.map((line) => JSON.parse(line) as Line), stderr });
    });
  });

const text =
  'Namn;Orgnr;Bankgiro;Ort\nÅkeri AB;556016-0680;991-1017;Umeå\nFel AB;556016-0681;;Umeå\nStäd AB;559010-1019;;Växjö\n';

test('a file is judged, taken in a person’s name, written out again and taken without a change', async () => {
  using folder = aFolder();
  const workspace = join(folder.path, 'workspace');
  {
    await using engine = await anEngine(workspace);
    await sitDown(engine.page);
  }
  const file = await aFile(folder.path, 'leverantörer.csv', text);
  const on = ['--register', 'suppliers', '--workspace', workspace];

  const dry = await cli('import-register', file, ...on, '--dry-run', '--rows');
  expect(dry.status).toBe(1); // one row is wrong
  expect(dry.lines.slice(0, 3)).toMatchObject([
    { row: 2, verdict: 'new', answer: null },
    { row: 3, verdict: 'wrong', findings: [{ code: 'wrong-check-digit', column: 'Orgnr', detail: '556016-0681' }] },
    { row: 4, verdict: 'new' },
  ]);
  expect(dry.lines[3]).toMatchObject({ state: 'judged', receipt: null, tally: { verdicts: { new: 2, wrong: 1 } } });

  const nobody = await cli('import-register', file, ...on);
  expect([nobody.status, nobody.stderr]).toEqual([2, expect.stringContaining('--as')]);
  const taken = await cli('import-register', file, ...on, '--as', 'Anna Berg');
  expect(taken.lines[0]).toMatchObject({ state: 'done', receipt: { isWhole: true, answers: { taken: 2, wrong: 1 } } });

  const out = join(folder.path, 'ut.csv');
  expect((await cli('export-register', out, ...on, '--format', 'economy')).lines).toEqual([
    { file: out, register: 'suppliers', kind: 'csv', rows: 2 },
  ]);
  const again = await cli('import-register', out, ...on, '--as', 'AB');
  expect([again.status, again.lines[0]]).toMatchObject([
    0,
    { state: 'done', tally: { verdicts: { unchanged: 2 } }, receipt: { commandIds: [] } },
  ]);
  expect((await readFile(out, 'utf8')).startsWith('\ufeffeconomy-suppliers-2 ')).toBe(true);
}, 120_000);

test('a call that cannot be done says why, with status 2', async () => {
  using folder = aFolder();
  const none = await cli('import-register', 'x.csv', '--register', 'suppliers', '--workspace', folder.path, '--dry-run');
  expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('no workspace')]);
  const wrong = await cli('import-register', 'x.csv', '--register', 'ships', '--dry-run');
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('suppliers')]);
});
