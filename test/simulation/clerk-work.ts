import { addDays, dayInSweden } from '../../src/shared/base/day.ts';
import type { FieldName } from '../../src/shared/domain/invoice-fields/index.ts';
import { findingCodes, vouchedValues } from '../../src/shared/domain/supplier-invoices/index.ts';
import type { Lease } from '../../src/shared/domain/work-queue/index.ts';
import type { EventRow } from '../../src/shared/run/entities/event.ts';
import { accessWorkers } from './access-work.ts';
import { callWorkers } from './call-work.ts';
import { faultWorkers } from './fault-work.ts';
import { blobName, registration, serialId, theProgram, units } from './founding.ts';
import { pageAndRuleWorkers } from './page-and-rule-work.ts';
import { queueWorkers } from './queue-work.ts';
import { registerWorkers } from './register-work.ts';
import { clerk, invoicesOf, onInvoice, pick, pickInvoice, type Sight, someone, type Work, type Worker } from './sight.ts';
import type { Step, StepKind } from './steps.ts';

const fieldChanges: readonly (readonly [FieldName, string | null])[] = [
  ['invoiceNumber', '10045'],
  ['invoiceNumber', '10046'],
  ['invoiceNumber', '10047'],
  ['buyerReference', 'Anna'],
  ['buyerReference', 'Bo'],
  ['buyerReference', null],
  ['organisationNumber', '5566778899'],
];

const verification = (despite: boolean): Worker =>
  onInvoice('supplier-invoices/verify', 'scanned', (invoice, _, { b }) => ({
    acknowledged: b % 4 === 0 ? [] : findingCodes,
    values: b % 5 === 0 ? null : vouchedValues(invoice),
    despiteDuplicate: despite ? { reason: 'delat uppdrag' } : null,
  }));

const workers: { readonly [Kind in StepKind]?: Worker } = {
  ...pageAndRuleWorkers,
  ...accessWorkers,
  ...registerWorkers,
  ...queueWorkers,
  ...callWorkers,
  ...faultWorkers,
  receive: ({ newId }, { a, b }) => ({
    name: 'intake/receive-file',
    input: {
      ...{ fileId: newId(1), name: `skanning ${a % 5}.pdf`, channel: 'watched-folder', sizeBytes: 1000 },
      ...{ sha256: blobName('f', a % 5), unitId: units[b % 2] },
    },
    actor: theProgram,
  }),
  register: ({ rows, newId, atMs }, { a, b, c }) => {
    const file = pick([...rows.all('sourceFile')] as unknown as { id: string; unitId: string }[], a); // rows of that entity
    if (file === undefined) return undefined;
    const page = { page: 1, imageType: 'image/png', widthPx: 100, heightPx: 100, textSource: 'ocr' };
    const pages = c % 3 === 0 ? [] : [{ ...page, imageSha256: blobName('e', c % 4), wordsSha256: blobName('d', c % 4) }];
    const input = { ...registration({ ...file, fileId: file.id }, b % 3, c, pages), invoiceId: newId(2), receivedAtMs: atMs };
    return {
      name: 'supplier-invoices/register',
      input: { ...input, ...(c % 5 === 0 && { supplierId: null }) },
      actor: theProgram,
    };
  },
  correct: onInvoice('supplier-invoices/correct-field', 'scanned', (invoice, _, { b, c }) => {
    const [field, value] = pick(fieldChanges, b) ?? ['buyerReference', null];
    const seen = c % 6 === 0 ? null : { value: invoice.fields[field].value };
    return { field, value, raw: value ?? '', page: null, box: null, seen };
  }),
  verify: verification(false),
  verifyDespiteTwin: verification(true),
  approve: (sight, step) => {
    const invoice = pickInvoice(sight, step, 'verified');
    if (invoice === undefined) return undefined;
    return { name: 'supplier-invoices/approve', input: { invoiceId: invoice.id }, actor: someone(sight, step, 'approver') };
  },
  park: onInvoice('supplier-invoices/park', 'scanned', (_, { atMs }, { b }) => ({
    ...{ reason: 'waits-for-buyer', note: 'frågat' },
    returnsOn: b % 2 === 0 ? addDays(dayInSweden(atMs), 1) : null,
  })),
  resume: onInvoice('supplier-invoices/resume', 'parked', () => ({})),
  undo: (sight, step) => {
    const events = ([...sight.rows.all('event')] as EventRow[]).filter(({ subject }) => subject === 'supplierInvoice'); // rows of that entity
    const verified = events.filter(({ type }) => type === 'invoice-verified');
    const event = pick(verified.length > 0 && step.b % 2 === 0 ? verified : events.slice(-6), step.a);
    if (event === undefined) return undefined;
    const input = { invoiceId: event.subjectId, undoes: event.commandId };
    return { name: 'supplier-invoices/undo', input, actor: clerk(sight, step), under: event.subjectId };
  },
  setAside: onInvoice('supplier-invoices/set-aside-duplicate', 'scanned', (_, sight, { b }) => ({
    duplicateOf: pick(invoicesOf(sight), b)?.id,
  })),
  changeType: onInvoice('supplier-invoices/change-document-type', 'scanned', (_, __, { b }) => ({
    documentType: b % 2 === 0 ? 'invoice' : 'reminder',
  })),
  handOver: onInvoice('supplier-invoices/hand-over', 'scanned', ({ unitId }, _, { b }) => ({
    unitId: b % 8 === 0 ? unitId : units.find((unit) => unit !== unitId),
    note: '',
  })),
  takeLease: (sight, step) => {
    const invoice = pickInvoice(sight, step, 'scanned');
    if (invoice === undefined) return undefined;
    return { name: 'leases/take', input: { invoiceId: invoice.id, minutes: 1 + (step.b % 15) }, actor: clerk(sight, step) };
  },
  giveLeaseBack: (sight, step) => {
    const lease = pick([...sight.rows.all('lease')] as Lease[], step.a); // rows of that entity
    if (lease === undefined) return undefined;
    return { name: 'leases/give-back', input: { invoiceId: lease.id }, actor: lease.holder };
  },
  registerSupplier: (sight, step) => ({
    name: 'suppliers/register',
    input: {
      ...{
        supplierId: sight.newId(3),
        name: `Leverantör ${step.a % 3}`,
        vatNumber: null,
        street: null,
        postcode: null,
        city: null,
      },
      organisationNumber: step.a % 2 === 0 ? '2021002817' : null,
      paymentNumbers: step.b % 2 === 0 ? [{ id: sight.newId(4), kind: 'bankgiro', number: '9912346' }] : [],
    },
    actor: someone(sight, step, 'register-keeper'),
  }),
  noteCopy: onInvoice('supplier-invoices/note-copy', 'verified', (_, __, { b }) => ({
    copySha256: blobName('c', b % 2),
    pageCount: 1,
  })),
};

/** What a step of a clerk's comes to on the rows that the clerk sees; undefined: there is nothing to do it to. */
export const workOf = (sight: Sight, step: Step): Work | undefined => workers[step.kind]?.(sight, step);
export const isClerkWork = (kind: StepKind): boolean => workers[kind] !== undefined;
export const newIds = (): ((kind: number) => string) => {
  let n = 0;
  return (kind) => {
    n += 1;
    return serialId(kind, n);
  };
};
