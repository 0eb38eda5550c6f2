import { err } from '../../../base/result.ts';
import type { KnownSupplier } from '../../extraction/index.ts';
import { parseBankgiro, parseIban, parseOcrReference, parsePlusgiro } from '../../identifiers/index.ts';
import type { Alternative, Field } from '../../invoice-fields/index.ts';
import type { EInvoice } from '../e-invoice.ts';
import { has, type Term } from '../terms.ts';
import { checkDigit, fileField, readNumber } from './file-field.ts';

type AccountKind = 'bankgiro' | 'plusgiro' | 'iban';
const kinds = {
  bankgiro: { parse: parseBankgiro, ref: 'modulus-10' },
  plusgiro: { parse: parsePlusgiro, ref: 'modulus-10' },
  iban: { parse: parseIban, ref: 'modulus-97' },
} as const;

/** What the bank is called where the account is a giro: SE:BANKGIRO in Peppol BIS, BGABSESS in Svefaktura. Source: docs/e-invoices.md. */
const giroNames: Readonly<Record<string, AccountKind>> = {
  'SE:BANKGIRO': 'bankgiro',
  BGABSESS: 'bankgiro',
  'SE:PLUSGIRO': 'plusgiro',
  PGSISESS: 'plusgiro',
};

/** Where the file wants to be paid, by kind. An account that is neither a giro nor an IBAN has no place in the record. */
export function accountsOf({ payments }: EInvoice): { readonly [Kind in AccountKind]: readonly Term[] } {
  const found = payments.flatMap(({ account }) => {
    if (!has(account?.accountId)) return [];
    const giro = giroNames[account.serviceProviderId?.raw.toUpperCase() ?? ''];
    const kind = giro ?? (/^[A-Z]{2}\d{2}/i.test(account.accountId.raw) ? 'iban' : undefined);
    return kind === undefined ? [] : [{ kind, term: account.accountId }];
  });
  const ofKind = (kind: AccountKind) => found.filter((one) => one.kind === kind).map(({ term }) => term);
  return { bankgiro: ofKind('bankgiro'), plusgiro: ofKind('plusgiro'), iban: ofKind('iban') };
}

type PaymentNames = AccountKind | 'ocrReference';

/** Where to pay and with what reference. One account is wanted; if none is found the Bankgiro number is missing. */
export function payToFields(
  invoice: EInvoice,
  supplier: KnownSupplier | undefined,
): { readonly [Name in PaymentNames]: Field<string> } {
  const accounts = accountsOf(invoice);
  const plusgiro = accountField('plusgiro', accounts.plusgiro, supplier?.plusgiros);
  const iban = accountField('iban', accounts.iban, supplier?.ibans);
  const hasOther = plusgiro.value !== null || iban.value !== null;
  const bankgiro = accountField('bankgiro', accounts.bankgiro, supplier?.bankgiros, hasOther ? 'absent' : 'missing');
  return { bankgiro, plusgiro, iban, ocrReference: ocrField(invoice) };
}

/** A number that is not in the supplier's register row is never safe: it may be a fraud. Of several, the register's own goes first. */
function accountField(
  kind: AccountKind,
  terms: readonly Term[],
  owned: readonly string[] = [],
  empty: 'missing' | 'absent' = 'absent',
): Field<string> {
  const { parse, ref } = kinds[kind];
  const fields = terms.map((term) =>
    fileField(term, {
      read: readNumber(parse),
      empty,
      maySafe: (value) => owned.includes(value),
      proofs: (value) => [
        ...(parse(value).ok ? [checkDigit(ref)] : []),
        ...(owned.includes(value) ? [{ kind: 'register', ref: 'supplier' } as const] : []),
      ],
    }),
  );
  const best = fields.find(({ state }) => state === 'safe') ?? fields[0];
  if (best === undefined) return fileField(undefined, { read: () => err('none'), empty });
  const others = fields.filter(({ value }) => value !== null && value !== best.value);
  return { ...best, alternatives: others.slice(0, 4).map(asAlternative) };
}

const asAlternative = ({ value, raw }: Field<string>): Alternative<string> => ({
  value: value ?? '',
  raw,
  confidence: 0.5,
  page: null,
  box: null,
});

/** A reference of digits is an OCR reference, in doubt when its check digit is wrong; any other has no place in the record. */
function ocrField({ payments }: EInvoice): Field<string> {
  const references = payments.flatMap(({ remittanceInformation }) => (has(remittanceInformation) ? [remittanceInformation] : []));
  const digits = references.find(({ raw }) => /^\d[\d ]{1,40}$/.test(raw));
  return fileField(digits, {
    read: (raw) => ({ ok: true, value: raw.replace(/ /g, '') }),
    empty: 'absent',
    maySafe: (value) => parseOcrReference(value).ok,
    proofs: (value) => (parseOcrReference(value).ok ? [checkDigit('modulus-10')] : []),
  });
}
