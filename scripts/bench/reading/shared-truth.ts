import { readFile } from 'node:fs/promises';
import { type FieldName, type FieldValue, fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { FieldTruth } from './judge-fields.ts';

/** The truth that third-party sets carry, each in its own form. Only the fields that it tells are judged. */
export type SharedTruth = FieldTruth & { readonly names: readonly FieldName[] };
type Told = { readonly [Name in FieldName]?: FieldValue | undefined };

export function sharedTruth(told: Told): SharedTruth {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, told[name] ?? null])) as FieldTruth['fields'];
  return { fields, implied: {}, names: fieldNames.filter((name) => told[name] !== undefined) };
}

/** An amount as these sets write it: with a decimal point. */
const minor = (text: string | number | undefined): number | undefined =>
  text === undefined || text === '' ? undefined : Math.round(Number(text) * 100);

/** The text of the first element of that name, whatever its prefix. */
const element = (xml: string, name: string): string | undefined =>
  new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)</`).exec(xml)?.[1]?.trim();
const section = (xml: string, name: string): string =>
  new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(xml)?.[1] ?? '';

export async function ublTruth(path: string): Promise<SharedTruth> {
  const xml = await readFile(path, 'utf8');
  const seller = section(xml, 'AccountingSupplierParty');
  const sums = section(xml, 'LegalMonetaryTotal');
  return sharedTruth({
    supplierName:
      element(section(seller, 'PartyLegalEntity'), 'RegistrationName') ?? element(section(seller, 'PartyName'), 'Name'),
    vatNumber: /<cbc:CompanyID>([A-Z]{2}\w+)<\/cbc:CompanyID>/.exec(seller)?.[1],
    invoiceNumber: element(xml.replace(/<cbc:(CustomizationID|ProfileID)>.*/g, ''), 'ID'),
    invoiceDate: element(xml, 'IssueDate'),
    iban: element(section(xml, 'PayeeFinancialAccount'), 'ID'),
    netMinor: minor(element(sums, 'TaxExclusiveAmount')),
    vatMinor: minor(element(section(xml, 'TaxTotal'), 'TaxAmount')),
    totalMinor: minor(element(sums, 'TaxInclusiveAmount')),
    currency: element(xml, 'DocumentCurrencyCode'),
  });
}

/** Svefaktura 1.0, an older Swedish format: days and sums. Its paper shows other numbers than the file; those were read by eye. */
export async function svefakturaTruth(path: string): Promise<SharedTruth> {
  const xml = await readFile(path, 'utf8');
  return sharedTruth({
    supplierName: element(section(section(xml, 'SellerParty'), 'PartyName'), 'Name'),
    organisationNumber: '5565626578',
    invoiceNumber: '1',
    bankgiro: '4624581',
    buyerReference: '42222',
    purchaseOrderNumber: '50',
    invoiceDate: element(xml, 'IssueDate'),
    dueDate: element(xml, 'DuePaymentDate'),
    netMinor: minor(element(xml, 'TaxExclusiveTotalAmount')),
    vatMinor: minor(element(xml, 'TotalTaxAmount')),
    roundingMinor: minor(element(xml, 'RoundOffAmount')),
    totalMinor: minor(element(xml, 'TaxInclusiveTotalAmount')),
    currency: 'SEK',
  });
}

export async function invoice2dataTruth(path: string): Promise<SharedTruth> {
  const [told = {}] = JSON.parse(await readFile(path, 'utf8')) as Record<string, string | number | undefined>[];
  const text = (name: string): string | undefined => (told[name] === undefined ? undefined : String(told[name]));
  return sharedTruth({
    supplierName: text('issuer'),
    vatNumber: text('static_vat') ?? text('vat'),
    invoiceNumber: text('invoice_number'),
    invoiceDate: text('date')?.slice(0, 10),
    dueDate: text('date_due')?.slice(0, 10),
    iban: text('iban'),
    netMinor: minor(told.amount_untaxed),
    vatMinor: minor(told.amount_tax),
    totalMinor: minor(told.amount),
    currency: text('currency'),
  });
}

/** Its `total_amount` repeats the tax in every file: the total is the sum of the other two. */
export async function odooTruth(path: string): Promise<SharedTruth> {
  const xml = await readFile(path, 'utf8');
  const [net, vat] = [minor(element(xml, 'total_untaxed')), minor(element(xml, 'tax_amount'))];
  const code = element(xml, 'currency_id');
  return sharedTruth({
    invoiceNumber: element(xml, 'invoice_number'),
    invoiceDate: element(xml, 'invoice_date'),
    dueDate: element(xml, 'invoice_date_due'),
    purchaseOrderNumber: element(xml, 'po_number') || undefined,
    netMinor: net,
    vatMinor: vat,
    totalMinor: net === undefined || vat === undefined ? undefined : net + vat,
    currency: code === undefined || code === '' ? undefined : code,
  });
}

export async function receiptTruth(path: string): Promise<SharedTruth> {
  const told = JSON.parse(await readFile(path, 'utf8')) as {
    readonly company?: string;
    readonly date?: string;
    readonly total?: string;
  };
  return sharedTruth({
    supplierName: told.company,
    invoiceDate: receiptDay(told.date ?? ''),
    totalMinor: minor(told.total?.replace(/[^\d.]/g, '')),
  });
}

/** The day first, as these receipts write it; a year of two digits is of this century. */
function receiptDay(text: string): string | undefined {
  const [, yearFirst = '', monthThen = '', dayLast = ''] = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})$/.exec(text) ?? [];
  if (yearFirst !== '') return `${yearFirst}-${monthThen}-${dayLast}`;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text) ?? [];
  return year === '' ? undefined : `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
