import { expect, test } from 'vitest';
import { assert } from '../../src/shared/base/assert.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { anInvoicePdf } from '../make/documents.ts';
import { until } from '../make/engine.ts';
import { anna } from '../make/invoices.ts';
import { aJointServer } from '../make/joint-server.ts';
import { aFolder } from '../make/workspace.ts';
import { aWorkstation, joinedStatus, synced } from '../make/workstation.ts';

const supplierId = asId<'supplier'>(uuid());

test('what one clerk teaches is used at another desk, by way of the server', async () => {
  await using server = await aJointServer();
  using folderA = aFolder();
  using folderB = aFolder();
  await using one = await aWorkstation(server, folderA.path, 'anna');
  await using other = await aWorkstation(server, folderB.path, 'bo', 'Disk 2');
  one.startReader();
  other.startReader();
  const registered = await one.engine.parts.execute(anna, 'suppliers/register', {
    ...{ supplierId, name: 'Exempelbolaget AB', organisationNumber: '556677-8899' },
    ...{ vatNumber: null, street: null, postcode: null, city: null },
    paymentNumbers: [{ id: asId(uuid()), kind: 'bankgiro', number: '991-2346' }],
  });
  assert(registered.ok, 'registered');

  const readAt = async ({ page }: typeof one, number: string, reference: string) => {
    const bytes = await anInvoicePdf({ number, reference, referenceLabel: 'Kontakt kund' });
    const { fileId } = await page.task('intake/take-in', { name: `${number}.pdf`, bytes });
    const sheet = await until(async () => {
      const found = await page.query('intake/pages', { fileId });
      return found?.state === 'read' && found;
    });
    const card = await page.query('supplier-invoices/card', { invoiceId: sheet.pages[0]?.invoice?.id ?? asId('') });
    assert(card !== null, 'there is a card');
    return card.invoice;
  };
  const first = await readAt(one, '10045', 'Karin Ek');
  const words = await one.page.query('supplier-invoices/words', { wordsSha256: first.pages[0]?.wordsSha256 ?? '' });
  const at = words?.words.findIndex(({ text }) => text === 'Karin') ?? -1;
  const [left, right] = [words?.words[at]?.box, words?.words[at + 1]?.box];
  assert(left !== undefined && right !== undefined, 'the name stands on the page');
  const corrected = await one.page.execute('supplier-invoices/correct-field', {
    ...{ invoiceId: first.id, field: 'buyerReference', value: 'Karin Ek', raw: 'Karin Ek', page: 1 },
    ...{ box: [left[0], left[1], right[2], right[3]], seen: null },
  });
  assert(corrected.ok, 'corrected');
  await one.engine.learning.idle();
  await synced(one.page);

  const rules = await until(async () => {
    const found = await other.page.query('learned-rules/of-supplier', { supplierId, limit: 5 });
    return found[0]?.state === 'active' && found;
  });
  expect(rules).toMatchObject([{ field: 'buyerReference', taughtByName: 'Anna Berg', label: 'kontaktkund' }]);
  const second = await readAt(other, '10046', 'Olle By');
  expect(second.fields.buyerReference).toMatchObject({ value: 'Olle By' });
  expect((await joinedStatus(one.page)).refused).toBe(0);
});
