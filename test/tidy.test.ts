import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/shared/run/commands/index.ts';

/** The house rules that no linter knows. */
const root = resolve(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const sources = files.filter((path) => /^(src|scripts|test)\/.*\.(ts|tsx|mjs)$/.test(path));
const under = (folder: string) => sources.filter((path) => path.startsWith(`${folder}/`));
const withoutComments = (path: string): string => text(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

function lines(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    withoutComments(path)
      .split('\n')
      .flatMap((line, place) => (pattern.test(line) ? [`${path}:${place + 1}: ${line.trim()}`] : [])),
  );
}

describe('rules', () => {
  test('take the time, the luck and the world as arguments', () => {
    expect(
      lines(
        [...under('src/shared/domain'), ...under('src/shared/base')],
        /Date\.now|new Date\(\)|Math\.random|randomUUID|process\.|\bfetch\(|localStorage/,
      ),
    ).toEqual([]);
  });

  test('wait for nothing', () => {
    expect(lines(under('src/shared/domain'), /\basync\b|\bawait\b|\bPromise\b/)).toEqual([]);
  });

  test('contain no SQL, which stands in store/ and queries/ and the two places that read a whole file', () => {
    const allowed = /^src\/(main\/engine\/(store|queries)\/|main\/engine\/backup\.ts|server\/store\/)/;
    const elsewhere = under('src').filter((path) => !allowed.test(path));
    expect(lines(elsewhere, /\b(SELECT .* FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b/)).toEqual([]);
  });

  test('money is divided and rounded in one file', () => {
    const money = under('src/shared/domain').filter((path) => !path.includes('/extraction/'));
    expect(lines(money, /(Minor|Ore)\w*\s*\/\s*\d|Math\.(round|floor|ceil)\(.*(Minor|Ore)/)).toEqual([]);
  });
});

describe('the tree', () => {
  test('each folder that the README names exists, and each folder of src stands in the README', () => {
    const readme = text('README.md');
    const named = [...readme.matchAll(/`((?:src|test|docs|scripts|resources)\/[\w\-/]*)`/g)].map(([, path]) => path ?? '');
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const folders = new Set(
      under('src')
        .map((path) => dirname(path))
        .map((path) => path.split('/').slice(0, 3).join('/')),
    );
    expect([...folders].filter((folder) => folder.split('/').length === 3 && !readme.includes(`\`${folder}`))).toEqual([]);
  });

  test('files are short', () => {
    const longest = sources
      .filter((path) => !path.startsWith('src/renderer/text/'))
      .map((path) => [path, text(path).split('\n').length] as const);
    expect(longest.filter(([, length]) => length > 300)).toEqual([]);
  });

  test('no file is an ADR without its three parts', () => {
    const adrs = files.filter((path) => /^docs\/adr\/\d{4}-.*\.md$/.test(path));
    expect(adrs.length).toBeGreaterThanOrEqual(10);
    for (const path of adrs)
      for (const part of ['Context', 'Choice', 'Given up']) expect(text(path), path).toContain(`**${part}.**`);
  });

  test('nothing large is kept but resources', () => {
    const large = files.filter(
      (path) => !path.startsWith('resources/') && path !== 'package-lock.json' && statSync(join(root, path)).size > 500_000,
    );
    expect(large).toEqual([]);
  });

  test('the lock file holds no download addresses', () => {
    expect(text('package-lock.json')).not.toMatch(/"resolved":\s*"http/);
  });
});

describe('the code', () => {
  test('promises nothing that it does not do', () => {
    expect(
      lines(
        sources.filter((path) => path !== 'test/tidy.test.ts'),
        /\b(TODO|FIXME|XXX)\b|[Nn]ot implemented|@ts-ignore|@ts-expect-error|\bas any\b/,
      ),
    ).toEqual([]);
  });

  test('cites notes that exist', () => {
    const cited = new Set([...under('src'), ...under('scripts')].flatMap((path) => text(path).match(/docs\/[\w/-]+\.md/g) ?? []));
    expect([...cited].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('mocks none of itself', () => {
    expect(
      lines(
        under('test').filter((path) => path !== 'test/tidy.test.ts'),
        /vi\.mock\(|\.only\(|test\.todo/,
      ),
    ).toEqual([]);
  });

  test('depends on nothing outside the repository', () => {
    expect(lines(under('src'), /\.\.\/shared\/(data|design|domain\/\w+\.md)|\/work\/|\/root\//)).toEqual([]);
  });

  test('each command has a test that names it', () => {
    const tests = under('test').map(text).join('\n');
    expect(Object.keys(commands).filter((name) => !tests.includes(name))).toEqual([]);
  });
});
