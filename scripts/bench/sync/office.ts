import { createHash } from 'node:crypto';
import type { PersonId } from '../../../src/shared/base/ids.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { uuid } from '../../../src/shared/contract/uuid.ts';
import { program } from '../../../src/shared/domain/access/index.ts';
import { findingCodes, vouchedValues } from '../../../src/shared/domain/supplier-invoices/index.ts';
import { commands } from '../../../src/shared/run/commands/index.ts';
import type { Envelope } from '../../../src/shared/run/store.ts';
import { aField, aProposal, someFields } from '../../../test/make/invoices.ts';

/** A command that somebody wants done; `device` and its number are given when it is sent. */
export type Wanted = Pick<Envelope, 'id' | 'name' | 'version' | 'input' | 'actor' | 'issuedAtMs'>;

export const unit = 'main';
export const clerks: readonly PersonId[] = Array.from({ length: 30 }, (_, place) => personId(place + 1));
/** Keeps the register, at whatever workstation. */
export const keeper = personId(99);

function personId(number: number): PersonId {
  return asId(`0190aaaa-0000-7000-8000-${String(number).padStart(12, '0')}`);
}

function wanted<Name extends keyof typeof commands>(name: Name, actor: PersonId, input: unknown): Wanted {
  const { version = 1 } = commands[name] as { readonly version?: number };
  return { id: asId(uuid()), name, version, input, actor, issuedAtMs: Date.now() };
}

/** The people of an office: thirty who verify, one who keeps the register, and the program itself. */
export function founding(): Wanted {
  const person = (id: PersonId, name: string, role: string, within: string, human = true) => ({
    id,
    name,
    initials: name.slice(0, 2),
    human,
    grants: [{ id: uuid(), role, within }],
  });
  return wanted('access/found-workspace', program, {
    people: [
      person(program, 'Fakturist', 'program', 'all', false),
      person(personId(98), 'Alma Rask', 'administrator', 'all'),
      person(keeper, 'Karin Ek', 'register-keeper', 'all'),
      ...clerks.map((id, place) => person(id, `Handläggare ${place + 1}`, 'verification-clerk', unit)),
    ],
  });
}

/** An invoice on its way through the office. The number makes it unlike all others. */
export type Invoice = {
  readonly number: number;
  readonly invoiceId: string;
  readonly fileId: string;
};
export const anInvoice = (number: number): Invoice => ({ number, invoiceId: uuid(), fileId: uuid() });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const pageOf = ({ number }: Invoice) => ({
  page: 1,
  imageSha256: sha256(`image ${number}`),
  imageType: 'image/png',
  wordsSha256: sha256(`words ${number}`),
  widthPx: 2480,
  heightPx: 3508,
  textSource: 'ocr',
});
const fileSha256 = ({ number }: Invoice): string => sha256(`file ${number}`);

/** The blobs that an invoice stands on. */
export function blobsOf(invoice: Invoice): readonly string[] {
  const { imageSha256, wordsSha256 } = pageOf(invoice);
  return [fileSha256(invoice), imageSha256, wordsSha256];
}

function fieldsOf({ number }: Invoice) {
  const netMinor = 40_000 + number * 400;
  return someFields({
    invoiceNumber: aField(String(1_000_000 + number * 7)),
    netMinor: aField(netMinor),
    vatMinor: aField(netMinor / 4),
    totalMinor: aField((netMinor * 5) / 4),
  });
}

/** What the program does with a file that comes in. */
export function takingIn(invoice: Invoice): readonly Wanted[] {
  const { fileId, invoiceId, number } = invoice;
  const fields = fieldsOf(invoice);
  const netMinor = fields.netMinor.value ?? 0;
  const { pages: _, ...proposal } = aProposal({
    fields,
    vat: [{ ratePercent: 25, baseMinor: netMinor, vatMinor: netMinor / 4 }],
  });
  return [
    wanted('intake/receive-file', program, {
      fileId,
      name: `faktura ${number}.pdf`,
      channel: 'watched-folder',
      sha256: fileSha256(invoice),
      sizeBytes: 180_000,
      unitId: unit,
    }),
    wanted('supplier-invoices/register', program, {
      invoiceId,
      fileId,
      fileIndex: 0,
      unitId: unit,
      receivedAtMs: Date.now(),
      pages: [pageOf(invoice)],
      proposal,
      supplierId: null,
    }),
  ];
}

/** What a clerk does with one: four fields are set, and then it is verified. */
export function clerksWork(invoice: Invoice, clerk: PersonId): readonly Wanted[] {
  const { invoiceId, number } = invoice;
  const fields = fieldsOf(invoice);
  const set = {
    buyerReference: `Referens ${number}`,
    purchaseOrderNumber: `IO-${100_000 + number}`,
    supplierName: `Exempelbolaget ${number % 500} AB`,
    dueDate: '2026-12-04',
  } as const;
  const corrections = Object.entries(set).map(([field, value]) =>
    wanted('supplier-invoices/correct-field', clerk, {
      invoiceId,
      field,
      value,
      raw: value,
      page: 1,
      box: [0.1, 0.2, 0.3, 0.22],
      seen: { value: fields[field as keyof typeof set].value },
    }),
  );
  const values = { ...vouchedValues({ fields }), ...set };
  return [
    ...corrections,
    wanted('supplier-invoices/verify', clerk, { invoiceId, acknowledged: findingCodes, values, despiteDuplicate: null }),
  ];
}

/** A supplier with a bankgiro, as the keeper of the register puts it there. */
export function newSupplier(number: number): Wanted {
  const organisationNumber = withCheckDigit(String(556_000_000 + number));
  return wanted('suppliers/register', keeper, {
    supplierId: uuid(),
    name: `Leverantör ${number} AB`,
    organisationNumber,
    vatNumber: `SE${organisationNumber}01`,
    street: `Storgatan ${number % 90}`,
    postcode: '681 30',
    city: 'Kristinehamn',
    paymentNumbers: [{ id: uuid(), kind: 'bankgiro', number: withCheckDigit(String(1_000_000 + number)) }],
  });
}

/** The digits and their check digit by modulus 10. */
export function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((so, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return so + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
