import type { KnownSupplier, SupplierKeys } from '../../extraction/index.ts';
import { parseBankgiro, parseIban, parseOrganisationNumber, parsePlusgiro, parseVatNumber } from '../../identifiers/index.ts';
import { type Evidence, emptyField, type Field } from '../../invoice-fields/index.ts';
import type { EInvoice } from '../e-invoice.ts';
import { has, type Term } from '../terms.ts';
import { checkDigit, fileField, readNumber, readText } from './file-field.ts';
import { accountsOf } from './pay-to.ts';

/** The numbers by which the register may know the seller: its own with the right check digits, and where it wants to be paid. */
export function supplierKeysOf(invoice: EInvoice): SupplierKeys {
  const { organisation, vat } = numbersOf(invoice);
  const organisationNumber = right(organisation, parseOrganisationNumber);
  const vatNumber = right(vat, parseVatNumber);
  const withinVat = vatNumber.flatMap((number) => (number.startsWith('SE') ? [number.slice(2, 12)] : []));
  const accounts = accountsOf(invoice);
  return {
    organisationNumbers: [...new Set([...organisationNumber, ...withinVat])],
    vatNumbers: vatNumber,
    bankgiros: accounts.bankgiro.flatMap((term) => right(term, parseBankgiro)),
    plusgiros: accounts.plusgiro.flatMap((term) => right(term, parsePlusgiro)),
    ibans: accounts.iban.flatMap((term) => right(term, parseIban)),
  };
}

/** By organisation or VAT number, and never by where the money is to go: that is what a fraud would change. */
export function knownSeller(keys: SupplierKeys, suppliers: readonly KnownSupplier[]): KnownSupplier | undefined {
  const found = suppliers.filter(
    ({ organisationNumber, vatNumber }) =>
      (organisationNumber !== undefined && keys.organisationNumbers.includes(organisationNumber)) ||
      (vatNumber !== undefined && keys.vatNumbers.includes(vatNumber)),
  );
  return found.length === 1 ? found[0] : undefined;
}

type PartyNames = 'supplierName' | 'organisationNumber' | 'vatNumber';

/** Who the supplier is. One that is not in the register is never safe; nor is a number that the register's row does not have. */
export function sellerFields(
  invoice: EInvoice,
  supplier: KnownSupplier | undefined,
): { readonly [Name in PartyNames]: Field<string> } {
  const { organisation, vat } = numbersOf(invoice);
  return {
    supplierName: nameField(invoice, supplier),
    organisationNumber: fileField(organisation, {
      read: readNumber(parseOrganisationNumber),
      empty: isForeign(invoice) ? 'absent' : 'missing',
      maySafe: (value) => supplier?.organisationNumber === value,
      proofs: (value) => [checkDigit('modulus-10'), ...inRegister(supplier?.organisationNumber === value, 'organisationNumber')],
    }),
    vatNumber: fileField(vat, {
      read: readNumber(parseVatNumber),
      empty: 'absent',
      maySafe: (value) => supplier?.vatNumber === value,
      proofs: (value) => [
        ...(value.startsWith('SE') ? [checkDigit('modulus-10')] : []),
        ...inRegister(supplier?.vatNumber === value, 'vatNumber'),
      ],
    }),
  };
}

/** The register's own spelling, with the file's beside it. */
function nameField({ seller }: EInvoice, supplier: KnownSupplier | undefined): Field<string> {
  const name = has(seller?.name) ? seller.name : seller?.tradingName;
  const inFile = fileField(name, {
    read: readText,
    empty: 'missing',
    maySafe: () => supplier !== undefined,
    proofs: () => inRegister(supplier !== undefined, 'organisation-number'),
  });
  if (supplier === undefined) return inFile;
  if (inFile.value !== null) return { ...inFile, value: supplier.name };
  const evidence: readonly Evidence[] = inRegister(true, 'organisation-number');
  return { ...emptyField('missing'), value: supplier.name, state: 'safe', confidence: 1, evidence };
}

const inRegister = (isIn: boolean, ref: string): readonly Evidence[] => (isIn ? [{ kind: 'register', ref }] : []);

/** The seller's organisation number, which a Swedish VAT number holds too when it is not told by itself. */
function numbersOf({ seller }: EInvoice): { readonly organisation: Term | undefined; readonly vat: Term | undefined } {
  const { legalRegistrationId: own, vatId } = seller ?? {};
  const vat = has(vatId) ? vatId : undefined;
  const looksSwedish = (number: Term): boolean => /^(\d{2})?\d{6}-?\d{4}$/.test(number.raw);
  const isSwedish = has(own) && (own.scheme === '0007' || (looksSwedish(own) && !isForeign({ seller })));
  if (isSwedish) return { organisation: own, vat };
  const withinVat = /^SE(\d{10})\d{2}$/.exec(vat?.raw.replace(/[ .-]/g, '').toUpperCase() ?? '')?.[1];
  return { organisation: vat !== undefined && withinVat !== undefined ? { raw: withinVat, path: vat.path } : undefined, vat };
}

const isForeign = ({ seller }: { readonly seller?: EInvoice['seller'] | undefined }): boolean =>
  has(seller?.address?.countryCode) && seller.address.countryCode.raw !== 'SE';

const right = (
  term: Term | undefined,
  parse: (text: string) => { readonly ok: true; readonly value: string } | { readonly ok: false },
): readonly string[] => {
  const parsed = term && parse(term.raw);
  return parsed?.ok ? [parsed.value] : [];
};
