/** `npm test`: sets up what is missing, then checks everything in order. Runs on Node 20; the checks run on Node 24. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandScript, nodeBinary, root } from './places.mjs';
import { setUpForWindow } from './set-up.mjs';

/** Processes that tests start over and over read their modules once: read also by Node's own loader of TypeScript. */
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');

const results = join(root, 'out', 'test');
const totals = { passed: 0, failed: 0, skipped: 0 };
/** What failed, told once more at the end: it scrolls away long before. */
const failures = [];

await timed('set-up and build', setUpForWindow);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const typed = ['tsconfig.json', 'src/shared/tsconfig.json', 'src/renderer/tsconfig.json', 'test/e2e/tsconfig.json'];
await timed('types, format and imports', () => Promise.all([...typed.map(checkTypes), checkFormat(), checkImports()]));
for (const project of ['unit', 'screens']) await timed(`tests ${project}`, () => runTests(project));
// The one reads pages in one process after another, the others wait for a disk: side by side they take half the time.
await Promise.all([inOrder(['reader']), inOrder(['store', 'server', 'simulation'])]);
for (const project of ['engine', 'e2e']) await timed(`tests ${project}`, () => runTests(project));

for (const failure of failures) console.info(`failed: ${failure}`);
console.info(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);

async function timed(name, step) {
  console.info(`\n== ${name}`);
  const startedMs = Date.now();
  await step();
  console.info(`== ${name}: ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
}

/** What a command printed, and how it ended; `inherit`: it prints by itself. Several may run at the same time. */
function run(packageName, args, command, printing = 'pipe') {
  return new Promise((resolve) => {
    const child = spawn(nodeBinary(), [commandScript(packageName, command), ...args], {
      cwd: root,
      stdio: ['ignore', printing, 'inherit'],
    });
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.once('close', (status) => resolve({ status, stdout }));
  });
}

/** A check that is not made of tests counts as one failure when it fails. */
function judge(name, isRight, stdout) {
  if (isRight) return;
  console.info(stdout);
  failures.push(name);
  totals.failed += 1;
}

async function checkTypes(project) {
  const { status, stdout } = await run('typescript', ['--project', project], 'tsc');
  judge(`types of ${project}`, status === 0, stdout);
}

async function checkFormat() {
  const { status, stdout } = await run('@biomejs/biome', ['check', '--error-on-warnings'], 'biome');
  judge('format', status === 0, stdout);
}

/** dependency-cruiser says that all is well where it could read nothing at all: that is a failure too. */
async function checkImports() {
  const { status, stdout } = await run('dependency-cruiser', ['--config', '.dependency-cruiser.cjs', 'src'], 'depcruise');
  console.info(stdout.trim());
  judge('imports', status === 0 && /\b[1-9]\d* modules/.test(stdout), stdout);
}

/** Projects that run beside others: what each prints is told when it has ended. */
async function inOrder(projects) {
  for (const project of projects) await timed(`tests ${project}`, () => runTests(project, { isTold: false }));
}

async function runTests(project, { isTold = true } = {}) {
  const summaryFile = join(results, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${summaryFile}`];
  const { status, stdout } = await run('vitest', args, undefined, isTold ? 'inherit' : 'pipe');
  console.info(stdout);
  const summary = existsSync(summaryFile) ? JSON.parse(readFileSync(summaryFile, 'utf8')) : undefined;
  totals.passed += summary?.numPassedTests ?? 0;
  totals.skipped += (summary?.numPendingTests ?? 0) + (summary?.numTodoTests ?? 0);
  for (const { name, status: outcome, message, assertionResults } of summary?.testResults ?? []) {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    failures.push(...failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages[0] ?? ''}`));
    if (outcome === 'failed' && failed.length === 0) failures.push(`${name}: ${message}`);
  }
  // A file that does not even load fails without a failed test in it.
  totals.failed += Math.max(summary?.numFailedTests ?? 0, status === 0 ? 0 : 1);
}
