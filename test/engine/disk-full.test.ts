import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EngineError, type Notice } from '../../src/shared/contract/engine.ts';
import { anInvoicePdf } from '../make/documents.ts';
import { anEngine, sitDown, until } from '../make/engine.ts';
import { aFolder } from '../make/workspace.ts';

/** A real full disk: a file system of eight megabytes in memory, which only root on Linux can mount. */
const mount = (at: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', at], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

test('on a full disk a file stays where it is, the clerk is told, and it is taken when there is room again', async ({ skip }) => {
  using folder = aFolder();
  const disk = join(folder.path, 'disk');
  mkdirSync(disk);
  if (!mount(disk)) {
    console.info('skipped: mounting a small disk needs root on Linux');
    skip();
  }
  const outside = join(folder.path, 'inbox');
  try {
    await using seat = await anEngine(join(disk, 'workspace'));
    await sitDown(seat.page);
    const notices: Notice[] = [];
    seat.page.onNotice((notice) => notices.push(notice));
    seat.startReader();
    await seat.page.task('settings/save', { watchedFolder: outside, autoLockMinutes: 10 });

    const ballast = join(disk, 'ballast');
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - 450_000));
    writeFileSync(join(outside, 'faktura.pdf'), Buffer.concat([await anInvoicePdf(), Buffer.alloc(700_000, ' ')]));
    const told = () => notices.flatMap((notice) => (notice.kind === 'problem' ? [notice.problem] : []));
    await until(async () => told().length > 0);
    expect(told()[0]).toEqual({ code: 'cannot-take-in', fileName: 'faktura.pdf', reason: 'disk-full' });
    expect(readdirSync(outside)).toEqual(['faktura.pdf']);
    const dropped = await seat.page
      .task('intake/take-in', { name: 'b.pdf', bytes: new Uint8Array(2_000_000) })
      .catch((error: unknown) => error);
    expect(dropped).toBeInstanceOf(EngineError);
    expect(dropped).toMatchObject({ code: 'disk-full' });

    rmSync(ballast);
    await until(async () => existsSync(join(outside, 'taken-in', 'faktura.pdf')));
    expect((await seat.page.query('intake/files', { limit: 5 })).map(({ name, state }) => [name, state])).toEqual([
      ['faktura.pdf', 'read'],
    ]);
  } finally {
    execFileSync('umount', ['--lazy', disk]);
  }
});
