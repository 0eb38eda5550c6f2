import type { Day } from '../../base/day.ts';
import type { PageWords } from '../../base/page.ts';
import { parseBankgiro, parseIban, parseOrganisationNumber, parsePlusgiro } from '../identifiers/index.ts';
import type { FieldName, FieldValue } from '../invoice-fields/index.ts';
import { readDay } from './dates.ts';

/** What a payment code on a page says of the invoice, field by field, in normal form. */
export type PaymentCode = {
  readonly format: 'UsingQR' | 'EPC';
  readonly values: { readonly [Name in FieldName]?: FieldValue };
};

/** A code holds no more letters than this: the largest QR code has 4 296. */
const longest = 5_000;

/** The payment codes of the pages. A code that says nothing of an invoice, or is broken, is none. */
export function paymentCodesIn(pages: readonly PageWords[], today: Day): readonly PaymentCode[] {
  return pages
    .flatMap(({ codes }) => codes)
    .filter(({ text }) => text.length <= longest)
    .flatMap(({ text }) => readUsingQr(text, today) ?? readEpc(text) ?? []);
}

/**
 * The Swedish invoice code.
 *
 * Source: UsingQR, format specification revision 2 (June 2014), usingqr.se: a JSON object with `uqr` (version), `tp` (1 invoice, 2 credit
 * invoice, 3 paid), `cid`, `iref`, `idt`, `ddt`, `due`, `vat`, `cur`, `pt` (BG, PG, IBAN, BBAN) and `acc`. `iref` is what the payer states: an OCR
 * reference or the invoice number.
 */
function readUsingQr(text: string, today: Day): PaymentCode | undefined {
  const object = parseObject(text);
  if (object?.uqr === undefined) return undefined;
  const word = (name: string): string => (['string', 'number'].includes(typeof object[name]) ? String(object[name]).trim() : '');
  const day = (name: string): Day | undefined => readDay(word(name), today)?.day;
  const reference = word('iref');
  const isDigits = /^[\d ]{4,30}$/.test(reference);
  const organisation = parseOrganisationNumber(word('cid'));
  return {
    format: 'UsingQR',
    values: withoutHoles({
      organisationNumber: organisation.ok ? organisation.value : undefined,
      invoiceNumber: reference === '' || reference.length > 30 ? undefined : reference,
      ocrReference: isDigits ? reference.replaceAll(' ', '') : undefined,
      invoiceDate: day('idt'),
      dueDate: day('ddt'),
      totalMinor: minorOf(word('due')),
      vatMinor: minorOf(word('vat')),
      currency: /^[A-Z]{3}$/.test(word('cur')) ? word('cur') : undefined,
      ...accountOf(word('pt'), word('acc')),
    }),
  };
}

function accountOf(kind: string, account: string): PaymentCode['values'] {
  const [name, parsed] =
    kind === 'BG'
      ? (['bankgiro', parseBankgiro(account)] as const)
      : kind === 'PG'
        ? (['plusgiro', parsePlusgiro(account)] as const)
        : (['iban', parseIban(account)] as const);
  return parsed.ok ? { [name]: parsed.value } : {};
}

/** The European code. Source: European Payments Council, EPC069-12, Quick Response Code for SEPA credit transfers: one element a line. */
function readEpc(text: string): PaymentCode | undefined {
  const [tag, , , service, , , iban = '', amount = '', , reference = ''] = text.split(/\r?\n/);
  const parsed = parseIban(iban);
  if (tag !== 'BCD' || service !== 'SCT' || !parsed.ok) return undefined;
  const total = /^EUR(\d+(?:\.\d{1,2})?)$/.exec(amount.trim())?.[1];
  return {
    format: 'EPC',
    values: withoutHoles({
      iban: parsed.value,
      totalMinor: total === undefined ? undefined : minorOf(total),
      currency: total === undefined ? undefined : 'EUR',
      ocrReference: /^\d{4,25}$/.test(reference) ? reference : undefined,
    }),
  };
}

function parseObject(text: string): { readonly uqr?: unknown; readonly [name: string]: unknown } | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** '2500.0000', '11250', '5,5' in whole minor units; more than two decimals only where they are zeros. */
function minorOf(text: string): number | undefined {
  const [, whole, decimals = ''] = /^-?(\d{1,12})(?:[.,](\d{1,2})0*)?$/.exec(text) ?? [];
  return whole === undefined ? undefined : Number(`${whole}${decimals.padEnd(2, '0')}`);
}

const withoutHoles = (values: { readonly [Name in FieldName]?: FieldValue | undefined }): PaymentCode['values'] =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
