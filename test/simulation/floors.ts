import { commands } from '../../src/shared/run/commands/index.ts';
import type { Coverage } from './coverage.ts';

/** How often each thing must have been met in this many runs: below it the runs prove less than they seem to. */
export const floorRuns = 20_000;

const online = ['access/found-workspace', 'access/add-person'];
/** Read by other programs than a clerk's desk, or changed by nothing in the world. */
const notInTheWorld = [...online, 'intake/reject-file', 'intake/try-again', 'supplier-invoices/link-supplier'];

/** Every code that the server can refuse a command with in the world. */
export const rejectionCodes = [
  'already-received',
  'already-registered',
  'changed-since',
  'duplicate-invoice',
  'file-not-received',
  'forbidden',
  'four-eyes',
  'leased-by-other',
  'not-found',
  'not-signed-in',
  'other-is-set-aside',
  'returns-in-the-past',
  'session-needed',
  'stale',
  'stale-lease',
  'stopped-by-checks',
  'unit-unchanged',
  'warnings-unseen',
  'wrong-state',
] as const;

export const floors: ReadonlyMap<string, number> = new Map([
  ['accepted supplier-invoices/approve', 500],
  ...Object.keys(commands)
    .filter((name) => !notInTheWorld.includes(name) && name !== 'supplier-invoices/approve')
    .map((name) => [`accepted ${name}`, 100] as const),
  ...rejectionCodes.map((code) => [`rejected ${code}`, 100] as const),
  ['parked', 100],
  ['rebase with 3 or more pending', 200],
  ['scopes dropped', 100],
  ['rebuild other-view', 500],
  ['rebuild diverged', 100],
  ['replica lost its last transactions', 1_000],
  ['station died before outbox write', 200],
  ['station died after outbox write', 200],
  ['station died before replica write', 200],
  ['station died after replica write', 200],
  ['server died before commit', 200],
  ['server died after commit', 200],
  ['server died at rest', 1_000],
  ['push of a decided command', 1_000],
  ['push repeated by the network', 1_000],
  ['stale page', 200],
  ['link unreachable', 10_000],
  ['link disk-full', 200],
  ['link wrong-bytes', 100],
  ['not saved: disk full', 200],
  ['write refused by disk', 200],
  ['blob lost by the server', 500],
  ['row corrupted', 500],
]);

/** What was met too seldom for so many runs: what, how often, and how often it ought to have been. */
export const belowFloor = (coverage: Coverage, runs: number): (readonly [string, number, number])[] =>
  [...floors].flatMap(([what, floor]) => {
    const wanted = Math.floor((floor * runs) / floorRuns);
    const met = coverage.get(what) ?? 0;
    return met < wanted ? [[what, met, wanted] as const] : [];
  });
