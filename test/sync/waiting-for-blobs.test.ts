import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openOutboxFile } from '../../src/main/engine/store/outbox-file.ts';
import { concerns } from '../../src/main/engine/sync/concerns.ts';
import { type NewCommand, openOutbox } from '../../src/main/engine/sync/outbox.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import type { InvoicePage } from '../../src/shared/domain/supplier-invoices/index.ts';
import { anna, aScannedInvoice } from '../make/invoices.ts';
import { aFolder } from '../make/workspace.ts';

const aCommandOn = (row: string, cites: readonly string[]): NewCommand => ({
  id: asId<'command'>(uuid()),
  name: 'supplier-invoices/park',
  version: 1,
  input: {},
  actor: anna,
  leaseToken: null,
  issuedAtMs: 0,
  touches: [{ entity: 'supplierInvoice', id: row }],
  cites,
});

test('a command waits for blobs that came with it, not for those that its row stood on before', async () => {
  using folder = aFolder();
  const file = await openOutboxFile({ folder: folder.path, driver: { open: Database }, clock: () => 0 });
  const outbox = await openOutbox(file.commands, 0);
  const sendable = async () => (await outbox.batch()).map(({ id }) => id);
  const [own, ownAgain, theirs] = [aCommandOn('own', ['a']), aCommandOn('own', ['a']), aCommandOn('theirs', ['b'])];

  await outbox.add(own, []);
  await outbox.add(ownAgain, ['a']); // an earlier command of ours brought it, and waits for it
  await outbox.add(theirs, ['b']);
  expect(outbox.wantedBlobs()).toEqual(['a']);
  expect(await sendable()).toEqual([theirs.id]);

  await outbox.blobsMissing(['b']); // the server says that it has lost it
  await outbox.add(aCommandOn('theirs', ['b']), ['b']);
  expect(outbox.wantedBlobs()).toEqual(['a', 'b']);
  expect(await sendable()).toEqual([]);

  for (const sha256 of ['a', 'b']) await outbox.blobHeld(sha256);
  expect(await sendable()).toHaveLength(4);
  file.close();
});

test('an invoice is not sent before the file that it came in, whichever of their pictures arrives first', async () => {
  using folder = aFolder();
  const file = await openOutboxFile({ folder: folder.path, driver: { open: Database }, clock: () => 0 });
  const outbox = await openOutbox(file.commands, 0);
  const source = { entity: 'sourceFile', id: 'file' } as const;
  const receipt: NewCommand = { ...aCommandOn('', ['original']), touches: [source] };
  const page = { imageSha256: 'picture', wordsSha256: 'words' } as InvoicePage; // all that is cited of it
  const row = aScannedInvoice({ fileId: asId<'sourceFile'>('file'), pages: [page] });
  const registration = { ...aCommandOn('', []), ...concerns([{ entity: 'supplierInvoice', row }]) };
  expect(registration.cites).toEqual(['picture', 'words']);

  await outbox.add(receipt);
  await outbox.add(registration);
  for (const sha256 of registration.cites) await outbox.blobHeld(sha256);
  expect(await outbox.batch()).toEqual([]);
  await outbox.blobHeld('original');
  expect((await outbox.batch()).map(({ id }) => id)).toEqual([receipt.id, registration.id]);
  file.close();
});
