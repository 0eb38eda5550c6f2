import { dayInSweden } from '../../../shared/base/day.ts';
import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { InvoiceCard } from '../../../shared/contract/engine.ts';
import { everyUnit } from '../../../shared/domain/access/index.ts';
import { findProblems, type Twin } from '../../../shared/domain/supplier-invoices/index.ts';
import { findTwins, loadAround } from '../../../shared/run/commands/twins.ts';
import type { Store } from '../../../shared/run/store.ts';

/** What a workstation holds, its person may see: nothing here is hidden. */
const scopes = [everyUnit];

/** All that a screen shows of one invoice: itself, its file, and what the checks see and find. */
export async function invoiceCard(store: Store, invoiceId: SupplierInvoiceId, nowMs: number): Promise<InvoiceCard | null> {
  const invoice = await store.get('supplierInvoice', invoiceId);
  if (invoice === undefined) return null;
  const file = await store.get('sourceFile', invoice.fileId);
  const around = await loadAround(store, invoice, { today: dayInSweden(nowMs), scopes });
  const people = await store.find('person', 'all', []);
  return {
    invoice,
    file:
      file === undefined
        ? null
        : {
            ...{ id: file.id, name: file.name, channel: file.channel, sha256: file.sha256, receivedAtMs: file.receivedAtMs },
            ...(file.mail && { mail: file.mail }),
          },
    around,
    findings: findProblems(invoice, around),
    people: Object.fromEntries(people.map(({ id, name }) => [id, name])),
  };
}

type Draft = {
  readonly invoiceId: SupplierInvoiceId;
  readonly number: string | null;
  readonly totalMinor: number | null;
  readonly invoiceDate: string | null;
};

/** The invoices that one would look like, were its number, total and date as the clerk is typing them. */
export async function twinsOfDraft(
  store: Store,
  { invoiceId, number, totalMinor, invoiceDate }: Draft,
): Promise<readonly Twin[]> {
  const invoice = await store.get('supplierInvoice', invoiceId);
  if (invoice === undefined) return [];
  const { fields } = invoice;
  const draft = {
    ...invoice,
    fields: {
      ...fields,
      invoiceNumber: { ...fields.invoiceNumber, value: number },
      totalMinor: { ...fields.totalMinor, value: totalMinor },
      invoiceDate: { ...fields.invoiceDate, value: invoiceDate },
    },
  };
  return (await findTwins(store, draft, scopes)).twins;
}
