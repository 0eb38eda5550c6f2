import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, expect, test } from 'vitest';
import { aFolder } from './make/workspace.ts';

const root = resolve(import.meta.dirname, '..');
const rules: { readonly forbidden: readonly { readonly name: string }[] } = createRequire(import.meta.url)(
  '../.dependency-cruiser.cjs',
);

/** One fault for each rule: a file, and what it must not import. */
const faults: Record<string, readonly [file: string, imports: string]> = {
  'shared-runs-anywhere': ['src/shared/run/fault.ts', 'better-sqlite3'],
  'shared-has-no-node': ['src/shared/run/node-fault.ts', 'node:fs'],
  'shared-takes-few-libraries': ['src/shared/domain/rules/library-fault.ts', 'zod'],
  'base-knows-no-domain': ['src/shared/base/fault.ts', '../domain/rules/index.ts'],
  'xml-knows-no-domain': ['src/shared/xml/fault.ts', '../domain/rules/index.ts'],
  'only-e-invoices-read-xml': ['src/shared/domain/rules/xml-fault.ts', '../../xml/tree.ts'],
  'domain-knows-no-runner': ['src/shared/domain/rules/fault.ts', '../../run/runner.ts'],
  'modules-meet-at-the-door': ['src/shared/domain/others/fault.ts', '../rules/inside.ts'],
  'outsiders-use-the-door': ['src/main/engine/door-fault.ts', '../../shared/domain/rules/inside.ts'],
  'screen-sees-only-shared': ['src/renderer/app/fault.ts', '../../main/engine/inside.ts'],
  'screen-has-no-node': ['src/renderer/app/node-fault.ts', 'node:fs'],
  'features-are-strangers': ['src/renderer/features/one/fault.ts', '../two/screen.ts'],
  'ui-knows-no-feature': ['src/renderer/ui/fault.ts', '../features/two/screen.ts'],
  'fluent-stays-in-ui': ['src/renderer/features/two/fluent-fault.ts', '@fluentui/react-components'],
  'engine-knows-no-electron': ['src/main/engine/fault.ts', 'electron'],
  'windows-know-no-database': ['src/main/window/fault.ts', '../engine/inside.ts'],
  'readers-know-only-bytes': ['src/main/reader/fault.ts', '../engine/inside.ts'],
  'entries-join-nothing-else': ['src/main/reader/index.ts', '../window/fault.ts'],
  'server-stands-alone': ['src/server/fault.ts', '../main/engine/inside.ts'],
  'no-circles': ['src/shared/base/circle.ts', './other-half.ts'],
};

const innocent: Record<string, string> = {
  'src/shared/domain/rules/index.ts': 'export const one = 1;',
  'src/shared/domain/rules/inside.ts': 'export const two = 2;',
  'src/shared/run/runner.ts': 'export const three = 3;',
  'src/shared/xml/tree.ts': 'export const seven = 7;',
  'src/main/engine/inside.ts': 'export const four = 4;',
  'src/renderer/features/two/screen.ts': 'export const five = 5;',
  'src/shared/base/other-half.ts': "import './circle.ts';\nexport const six = 6;",
};

const found = new Map<string, string[]>();

beforeAll(async () => {
  using folder = aFolder();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  };
  for (const [path, text] of Object.entries(innocent)) write(path, text);
  for (const [path, imports] of Object.values(faults)) write(path, `import '${imports}';\nexport const fault = 0;\n`);
  write(
    'tsconfig.json',
    '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true, "module": "ESNext", "moduleResolution": "Bundler" } }',
  );
  symlinkSync(join(root, 'node_modules'), join(folder.path, 'node_modules'));
  const { output } = await cruise(['src'], {
    ruleSet: rules as never,
    validate: true,
    baseDir: folder.path,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  });
  for (const { rule, from } of (output as ICruiseResult).summary.violations)
    found.set(rule.name, [...(found.get(rule.name) ?? []), from]);
}, 60_000);

test('every rule has a planted fault', () => {
  expect(Object.keys(faults).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
});

test.each(Object.entries(faults))('%s catches its fault', (rule, [file]) => {
  expect(found.get(rule) ?? []).toContain(file);
});
