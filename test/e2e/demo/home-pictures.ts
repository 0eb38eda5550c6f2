import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { openWorkspaceFile } from '../../../src/main/engine/store/open.ts';
import { sqliteLogStore } from '../../../src/main/engine/store/sqlite-store.ts';
import { addDays, dayInSweden } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { momentInSweden } from '../../../src/shared/base/swedish-time.ts';
import type { SupplierInvoice } from '../../../src/shared/domain/supplier-invoices/index.ts';
import { seeded } from '../../make/documents/seeded.ts';
import { aField, anna, aReadFile, aScannedInvoice, someFields } from '../../make/invoices.ts';

import { root } from '../launch.ts';

type Snap = (name: string) => Promise<void>;
const names = [
  'Exempelbygg i Boden AB',
  'Låtsas Städ AB',
  'Provdata Norr AB',
  'Påhittad El och Kraft AB',
  'Fiktiva Medicinvaror AB',
] as const;

/** Some months of an office's invoices, most of them done, some late, so that there is something to count. Done while the program is closed. */
export async function prepareHome(workspace: string): Promise<void> {
  const file = openWorkspaceFile(workspace, join(root, 'resources', 'migrations', 'workspace'), { open: Database });
  const chance = seeded(7);
  const today = dayInSweden(Date.now());
  await sqliteLogStore(file.writer).transaction(async (rows) => {
    for (let n = 0; n < 600; n += 1) {
      const age = n < 40 ? chance.whole(0, 4) : chance.whole(1, 70);
      const receivedAtMs = momentInSweden(addDays(today, -age), 420 + chance.whole(0, 480));
      const fileId = asId<'sourceFile'>(`0190eeee-0000-7000-8000-${String(n).padStart(12, '0')}`);
      const { state, ...scanned } = aScannedInvoice({
        ...{
          id: asId<'supplierInvoice'>(`0190eeef-0000-7000-8000-${String(n).padStart(12, '0')}`),
          fileId,
          unitId: 'main',
          receivedAtMs,
        },
        ...{ pages: [], supplierId: asId<'supplier'>(`0190eef0-0000-7000-8000-${String(n).padStart(12, '0')}`) },
        documentType: age < 2 && chance.next() < 0.2 ? 'reminder' : 'invoice',
        fields: someFields({
          supplierName: aField<string>(chance.pick(names)),
          invoiceNumber: aField(String(20_000 + n)),
          totalMinor: aField(chance.whole(100, 90_000) * 100),
          dueDate: aField<string>(addDays(today, 30 - age)),
        }),
      });
      const answeredAtMs = receivedAtMs + chance.whole(1, 110) * 3_600_000;
      const luck = chance.next();
      const done: SupplierInvoice =
        scanned.documentType === 'reminder' || answeredAtMs > Date.now() || luck < 0.004
          ? { ...scanned, state }
          : luck < 0.06
            ? {
                ...scanned,
                state: 'parked',
                parkedReason: 'waits-for-supplier',
                parkedNote: '',
                parkedBy: anna,
                returnsOn: addDays(today, chance.whole(-1, 9)),
              }
            : luck < 0.08
              ? { ...scanned, state: 'duplicate', duplicateOf: scanned.id, setAsideBy: anna }
              : luck < 0.16
                ? { ...scanned, state: 'verified', verifiedBy: anna, verifiedAtMs: answeredAtMs }
                : {
                    ...scanned,
                    state: 'approved',
                    verifiedBy: anna,
                    verifiedAtMs: answeredAtMs,
                    approvedBy: anna,
                    approvedAtMs: answeredAtMs,
                  };
      const channel = chance.pick(['watched-folder', 'watched-folder', 'watched-folder', 'dropped'] as const);
      await rows.put('sourceFile', {
        ...aReadFile,
        id: fileId,
        sha256: String(n).padStart(64, '0'),
        channel,
        receivedAtMs,
        unitId: 'main',
      });
      await rows.put('supplierInvoice', done);
    }
  });
  file.close();
}

/** Idag, the register queue and the overview, as the one who may do most sees them. */
export async function takeHome(page: Page, snap: Snap): Promise<void> {
  const go = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  await go(/^Idag/);
  await page.locator('[role=row][data-row="0"]').waitFor();
  await snap('today');
  await go('Registerkö');
  await page.getByRole('heading', { name: 'Registerkö' }).waitFor();
  await snap('register-queue');
  await go('Översikt');
  await page.getByRole('table', { name: /^Under perioden/ }).waitFor();
  await page
    .getByRole('button', { name: /^Besvarade inom 48 timmar/ })
    .first()
    .focus();
  await snap('overview');
  await page.keyboard.press('F2');
  await snap('overview-meaning');
  await page.keyboard.press('F2');
}
