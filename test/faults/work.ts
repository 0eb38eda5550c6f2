import { randomBytes } from 'node:crypto';
import { asId, type SupplierInvoiceId } from '../../src/shared/base/ids.ts';
import type { InvoiceCard } from '../../src/shared/contract/engine.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { fieldNames } from '../../src/shared/domain/invoice-fields/index.ts';
import { needsPerson, vouchedValues } from '../../src/shared/domain/supplier-invoices/index.ts';
import { until } from '../make/engine.ts';
import type { Said, Station } from './station.ts';

/** A right organisation number, made of six digits that nobody else was given. */
export function organisationNumber(serial: number): string {
  const nine = `556${String(serial).padStart(6, '0')}`;
  const sum = [...nine].reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

export const registerCustomer = (station: Station, number: string | null = null): Promise<Said> =>
  station.do('customers/register', {
    ...{
      customerId: asId(uuid()),
      name: `Kund ${number ?? ''}`,
      otherNames: [],
      organisationNumber: number,
      personalNumber: null,
    },
    ...{ addresses: [], eInvoiceAddress: null, externalIds: [], isProtected: false, unitId: null },
  });

/** What a clerk does in a run: customers of their own, one that the others register too, and a file with its blob. */
export async function workABit(station: Station, shared: string): Promise<void> {
  for (let place = 0; place < 3; place += 1) await registerCustomer(station);
  await registerCustomer(station, shared);
  await station
    .page()
    .task('intake/take-in', { name: 'bild.bin', bytes: randomBytes(150_000) })
    .catch(() => undefined); // sent or not: nobody was told that it is saved
  await registerCustomer(station);
}

const cardOf = async (station: Station, invoiceId: SupplierInvoiceId): Promise<InvoiceCard> => {
  const card = await station.page().query('supplier-invoices/card', { invoiceId });
  if (card === null) throw new Error('no such invoice');
  return card;
};

/** Takes in a document, waits until it has been read, and vouches for all of it. */
export async function takeInAndVerify(station: Station, name: string, bytes: Uint8Array): Promise<SupplierInvoiceId> {
  const { fileId } = await station.page().task('intake/take-in', { name, bytes });
  const invoiceId = await until(async () => {
    const { rows } = await station
      .page()
      .query('queue/list', { queue: 'to-verify', sort: 'received', descending: true, after: null, limit: 20 });
    for (const { id } of rows) if ((await cardOf(station, id)).file?.id === fileId) return id;
    return undefined;
  });
  for (const field of fieldNames) {
    const { invoice } = await cardOf(station, invoiceId);
    const { value, raw } = invoice.fields[field];
    if (needsPerson(field, invoice.fields[field]))
      await station.do('supplier-invoices/correct-field', {
        invoiceId,
        field,
        value,
        raw,
        page: null,
        box: null,
        seen: { value },
      });
  }
  const { invoice, findings } = await cardOf(station, invoiceId);
  await station.do('supplier-invoices/verify', {
    invoiceId,
    acknowledged: findings.map(({ code }) => code),
    values: vouchedValues(invoice),
    despiteDuplicate: null,
  });
  return invoiceId;
}
