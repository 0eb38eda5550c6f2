import { randomUUID } from 'node:crypto';
import type { EngineProcess } from '../../src/main/engine/start-engine.ts';
import { assert } from '../../src/shared/base/assert.ts';
import { asId, type SupplierInvoiceId } from '../../src/shared/base/ids.ts';
import type { Engine, SyncStatus } from '../../src/shared/contract/engine.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { anEngine, until } from './engine.ts';
import { aField, aProposal, someFields } from './invoices.ts';
import { type JointServer, password } from './joint-server.ts';

/** A workstation on a folder that has joined a server, with a person at it. */
export async function aWorkstation(
  server: JointServer,
  folder: string,
  login: string,
  deviceName = 'Disk 1',
  clock: () => number = Date.now,
) {
  const seat = await anEngine(folder, { clock });
  await seat.page.task('sync/join', { address: server.address, code: await server.newCode(), deviceName });
  await seat.page.task('session/sign-in', { login, password });
  return seat;
}

export async function joinedStatus(page: Engine): Promise<Extract<SyncStatus, { kind: 'joined' }>> {
  const status = await page.query('sync/status', {});
  assert(status.kind === 'joined', 'the workstation has joined a server');
  return status;
}

/** Waits until all that was done is on the server, and what is on the server is here. */
export async function synced(page: Engine): Promise<void> {
  await until(async () => (await joinedStatus(page)).state === 'synced', 60);
}

/** Receives a file and registers an invoice from it, as the program does with what lies in the watched folder. */
export async function takeInInvoice(
  { parts }: EngineProcess,
  { number = '10045', bytes = String(randomUUID()), unitId = 'main' } = {},
): Promise<SupplierInvoiceId> {
  const put = (text: string): Promise<string> => parts.blobs.put(new TextEncoder().encode(text));
  const fileId = asId<'sourceFile'>(uuid());
  const received = await parts.execute(program, 'intake/receive-file', {
    fileId,
    name: 'faktura.pdf',
    channel: 'watched-folder',
    sha256: await put(bytes),
    sizeBytes: bytes.length,
    unitId,
  });
  assert(received.ok, received.ok ? '' : received.error.code);
  const invoiceId = asId<'supplierInvoice'>(uuid());
  const registered = await parts.execute(program, 'supplier-invoices/register', {
    invoiceId,
    fileId,
    fileIndex: 0,
    unitId,
    receivedAtMs: Date.now(),
    pages: [
      {
        page: 1,
        imageSha256: await put(`picture of ${bytes}`),
        imageType: 'image/png',
        wordsSha256: await put(JSON.stringify({ page: 1, words: [], of: bytes })),
        widthPx: 100,
        heightPx: 100,
        textSource: 'ocr',
      },
    ],
    proposal: aProposal({ fields: someFields({ invoiceNumber: aField(number) }) }),
    supplierId: null,
  });
  assert(registered.ok, registered.ok ? '' : registered.error.code);
  return invoiceId;
}
