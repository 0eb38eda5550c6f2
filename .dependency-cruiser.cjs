/** Who may import whom: docs/adr/0001. Each rule is proven by a planted fault in test/import-rules.test.ts. */
const npm = (...names) => `(^|node_modules/)(@types/)?(${names.join('|')})(/|$)`;
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'shared-runs-anywhere',
      'src/shared is run by the screen, the engine and the server: no Node, no window, no database.',
      { path: '^src/shared' },
      {
        path: [
          '^src/(main|renderer|server|cli)',
          npm('electron', 'react', 'react-dom', 'drizzle-orm', 'better-sqlite3', 'pg', 'tesseract\\.js'),
        ],
      },
    ),
    rule('shared-has-no-node', "As above, for Node's own modules.", { path: '^src/shared' }, { dependencyTypes: ['core'] }),
    rule(
      'shared-takes-few-libraries',
      'Rules stand on their own; the runner and the contract parse with zod and name with uuid.',
      { path: '^src/shared/(base|domain)' },
      { path: 'node_modules/' },
    ),
    rule(
      'base-knows-no-domain',
      'Money and days know nothing of invoices.',
      { path: '^src/shared/base' },
      { path: '^src/shared/(domain|run|contract)' },
    ),
    rule(
      'xml-knows-no-domain',
      'The wrapper of the XML parser knows nothing of invoices.',
      { path: '^src/shared/xml' },
      { path: '^src/shared/(?!base/|xml/)' },
    ),
    rule(
      'only-e-invoices-read-xml',
      'Of all rules, only those of e-invoices look at XML.',
      { path: '^src/shared/domain/(?!e-invoices/)' },
      { path: '^src/shared/xml' },
    ),
    rule(
      'domain-knows-no-runner',
      'Rules do not know who runs them.',
      { path: '^src/shared/domain' },
      { path: '^src/shared/(run|contract)' },
    ),
    rule(
      'modules-meet-at-the-door',
      'A domain module is used through its index.ts.',
      { path: '^src/shared/domain/([^/]+)/' },
      { path: '^src/shared/domain/([^/]+)/(?!index\\.ts$)', pathNot: '^src/shared/domain/$1/' },
    ),
    rule(
      'outsiders-use-the-door',
      'Outside the domain, too, a module is used through its index.ts.',
      { path: '^src/(?!shared/domain)' },
      { path: '^src/shared/domain/[^/]+/(?!index\\.ts$)' },
    ),
    rule(
      'screen-sees-only-shared',
      'The renderer reaches the engine through the contract.',
      { path: '^src/renderer' },
      { path: ['^src/(main|server|cli)', npm('electron', 'drizzle-orm', 'better-sqlite3')] },
    ),
    rule('screen-has-no-node', 'The renderer is a web page.', { path: '^src/renderer' }, { dependencyTypes: ['core'] }),
    rule(
      'features-are-strangers',
      'A feature does not import another; src/renderer/app puts them together.',
      { path: '^src/renderer/features/([^/]+)/' },
      { path: '^src/renderer/(features/|app/)', pathNot: '^src/renderer/features/$1/' },
    ),
    rule(
      'ui-knows-no-feature',
      'Shared pieces of screen know no feature.',
      { path: '^src/renderer/ui' },
      { path: '^src/renderer/(features|app)' },
    ),
    rule(
      'fluent-stays-in-ui',
      'The component library can be changed in one folder.',
      { path: '^src/renderer/(?!ui/)' },
      { path: npm('@fluentui') },
    ),
    rule(
      'engine-knows-no-electron',
      'The engine runs under plain Node, so that every test can start it.',
      { path: '^src/main/engine/(?!index\\.ts$)' },
      { path: ['^src/main/(?!engine/)', '^src/server', npm('electron')] },
    ),
    rule(
      'windows-know-no-database',
      'The Electron main process never blocks on SQLite.',
      { path: '^src/main/(?!engine/|reader/)' },
      {
        path: [
          '^src/main/(engine|reader)/(?!index\\.ts$)',
          '^src/server',
          npm('drizzle-orm', 'better-sqlite3', 'tesseract\\.js'),
        ],
      },
    ),
    rule(
      'readers-know-only-bytes',
      'A process that opens foreign files holds no data and no network.',
      { path: '^src/main/reader/(?!index\\.ts$)' },
      {
        path: [
          '^src/main/(?!reader/)',
          '^src/server',
          '^src/renderer',
          '^src/shared/(domain|run)',
          npm('electron', 'drizzle-orm', 'better-sqlite3', 'pg'),
        ],
      },
    ),
    rule(
      'entries-join-nothing-else',
      'The entry of a process takes its ports from the one module that knows how processes start.',
      { path: '^src/main/(engine|reader)/index\\.ts$' },
      { path: '^src/main/', pathNot: ['^src/main/(engine|reader)/', '^src/main/processes/child-port\\.ts$'] },
    ),
    rule(
      'server-stands-alone',
      'The server knows nothing of the desktop.',
      { path: '^src/server' },
      { path: ['^src/(main|renderer)', npm('electron', 'react', 'better-sqlite3')] },
    ),
    rule('no-circles', 'If two files need each other they are one file, or a third is missing.', {}, { circular: true }),
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' } },
};
