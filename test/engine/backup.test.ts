import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp, restore } from '../../src/main/engine/backup.ts';
import { anInvoicePdf } from '../make/documents.ts';
import { anEngine, sitDown, until } from '../make/engine.ts';
import { aFolder } from '../make/workspace.ts';

const noon = new Date(Date.UTC(2026, 10, 22, 11));

/** A workspace with one invoice in it, backed up while it is in use. */
async function backedUp(workspace: string, target: string): Promise<void> {
  await using seat = await anEngine(workspace);
  await sitDown(seat.page);
  seat.startReader();
  await seat.page.task('intake/take-in', { name: 'a.pdf', bytes: await anInvoicePdf() });
  await until(async () => (await seat.page.query('queue/counts', {})).all.count === 1);
  await until(async () => (await seat.page.query('intake/files', { limit: 1 }))[0]?.state === 'read');
  await backUp(workspace, seat.engine.parts.reader, target, noon);
}

test('a backup that is restored holds every invoice, image and line of history', async () => {
  using folder = aFolder();
  const [workspace, backup, again] = ['workspace', 'backup', 'again'].map((name) => join(folder.path, name)) as [
    string,
    string,
    string,
  ];
  await backedUp(workspace, backup);
  rmSync(workspace, { recursive: true });
  const manifest = await restore(backup, again);
  expect(manifest).toMatchObject({ invoices: 1, madeAt: noon.toISOString() });

  await using seat = await anEngine(again);
  const { people } = await seat.page.query('session/read', {});
  await seat.page.task('session/choose-person', { personId: people[0]?.id ?? '' });
  const [row] = (
    await seat.page.query('queue/list', { queue: 'all', sort: 'received', descending: false, after: null, limit: 5 })
  ).rows;
  expect(row?.number).toBe('10045');
  const invoiceId = row?.id as never;
  const card = await seat.page.query('supplier-invoices/card', { invoiceId });
  expect(existsSync(seat.engine.parts.blobs.pathOf(card?.invoice.pages[0]?.imageSha256 ?? ''))).toBe(true);
  expect(await seat.page.query('supplier-invoices/history', { invoiceId, limit: 10 })).toHaveLength(1);
});

test('a damaged, half or missing backup is refused, and a workspace is never overwritten', async () => {
  using folder = aFolder();
  const [workspace, backup, again] = ['workspace', 'backup', 'again'].map((name) => join(folder.path, name)) as [
    string,
    string,
    string,
  ];
  await backedUp(workspace, backup);
  await expect(restore(backup, workspace)).rejects.toMatchObject({ code: 'not-empty' });
  await expect(restore(workspace, again)).rejects.toMatchObject({ code: 'no-backup' });

  const shelf = readdirSync(join(backup, 'blobs'))[0] ?? '';
  const blob = join(backup, 'blobs', shelf, readdirSync(join(backup, 'blobs', shelf))[0] ?? '');
  writeFileSync(blob, 'something else');
  await expect(restore(backup, again)).rejects.toMatchObject({ code: 'damaged-backup' });
  rmSync(blob);
  await expect(restore(backup, again)).rejects.toMatchObject({ code: 'damaged-backup' });
  writeFileSync(join(backup, 'backup.json'), '{');
  await expect(restore(backup, again)).rejects.toMatchObject({ code: 'damaged-backup' });
  expect(existsSync(join(again, 'workspace.db'))).toBe(false);
});
