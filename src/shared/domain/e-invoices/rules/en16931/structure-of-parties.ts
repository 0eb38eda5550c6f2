import { all, count, has, type Invoice, type Place, said } from '../place.ts';
import { must, type Rule, root } from '../rule.ts';
import { buyer, isVat, seller } from '../ubl.ts';
import { atMostOne } from './at-most-one.ts';

/** Where the payee has no name other than the seller's, the payee is the seller and has no place of its own. */
const isOtherPayee = (payee: Place, invoice: Invoice): boolean => {
  const names = all(invoice.seller, 'cac:PartyLegalEntity/cbc:RegistrationName');
  return all(payee, 'cac:PartyName/cbc:Name').some(({ text }) => names.some((name) => name.text !== text));
};

const onePayee = (id: string, way: string, sv: string, en: string, is: (place: Place) => boolean = () => true): Rule =>
  must(
    id,
    'cac:PayeeParty',
    (payee, invoice) => all(payee, way).filter(is).length <= 1 && isOtherPayee(payee, invoice),
    `${sv} får finnas högst en gång, och bara när betalningsmottagaren har ett annat namn än säljaren.`,
    `${en} may be there once at most, and only when the payee has another name than the seller.`,
  );

const vatCompany = (place: Place): boolean => place.parent !== undefined && isVat(place.parent);
const otherTax = (place: Place): boolean =>
  all(place.parent, 'cac:TaxScheme').some((scheme) => said(scheme, 'cbc:ID').toUpperCase() !== 'VAT');
const isSepa = (place: Place): boolean => place.attribute('schemeID')?.toUpperCase() === 'SEPA';

/** UBL-SR, the part on parties: names, numbers and addresses that may be there once. */
export const partyStructureRules: readonly Rule[] = [
  atMostOne(
    'UBL-SR-09',
    root,
    `${seller}/cac:PartyLegalEntity/cbc:RegistrationName`,
    'Säljarens namn (BT-27)',
    "The seller's name (BT-27)",
  ),
  atMostOne(
    'UBL-SR-10',
    root,
    `${seller}/cac:PartyName/cbc:Name`,
    'Säljarens firma (BT-28)',
    "The seller's trading name (BT-28)",
  ),
  atMostOne(
    'UBL-SR-11',
    root,
    `${seller}/cac:PartyLegalEntity/cbc:CompanyID`,
    'Säljarens organisationsnummer (BT-30)',
    "The seller's legal registration (BT-30)",
  ),
  atMostOne(
    'UBL-SR-12',
    root,
    `${seller}/cac:PartyTaxScheme/cbc:CompanyID`,
    'Säljarens momsregistreringsnummer (BT-31)',
    "The seller's VAT number (BT-31)",
    vatCompany,
  ),
  atMostOne(
    'UBL-SR-13',
    root,
    `${seller}/cac:PartyTaxScheme/cbc:CompanyID`,
    'Säljarens skatteregistrering (BT-32)',
    "The seller's tax registration (BT-32)",
    otherTax,
  ),
  atMostOne(
    'UBL-SR-14',
    root,
    `${seller}/cac:PartyLegalEntity/cbc:CompanyLegalForm`,
    'Säljarens övriga uppgifter (BT-33)',
    "The seller's further legal information (BT-33)",
  ),
  atMostOne(
    'UBL-SR-15',
    root,
    `${buyer}/cac:PartyLegalEntity/cbc:RegistrationName`,
    'Köparens namn (BT-44)',
    "The buyer's name (BT-44)",
  ),
  atMostOne(
    'UBL-SR-16',
    root,
    `${buyer}/cac:PartyIdentification/cbc:ID`,
    'Köparens id (BT-46)',
    "The buyer's identifier (BT-46)",
  ),
  atMostOne(
    'UBL-SR-17',
    root,
    `${buyer}/cac:PartyLegalEntity/cbc:CompanyID`,
    'Köparens organisationsnummer (BT-47)',
    "The buyer's legal registration (BT-47)",
  ),
  atMostOne(
    'UBL-SR-18',
    root,
    `${buyer}/cac:PartyTaxScheme/cbc:CompanyID`,
    'Köparens momsregistreringsnummer (BT-48)',
    "The buyer's VAT number (BT-48)",
    vatCompany,
  ),
  onePayee('UBL-SR-19', 'cac:PartyName/cbc:Name', 'Mottagarens namn (BT-59)', "The payee's name (BT-59)"),
  onePayee(
    'UBL-SR-20',
    'cac:PartyIdentification/cbc:ID',
    'Mottagarens id (BT-60)',
    "The payee's identifier (BT-60)",
    (id) => !isSepa(id),
  ),
  onePayee(
    'UBL-SR-21',
    'cac:PartyLegalEntity/cbc:CompanyID',
    'Mottagarens organisationsnummer (BT-61)',
    "The payee's legal registration (BT-61)",
  ),
  atMostOne(
    'UBL-SR-22',
    'cac:TaxRepresentativeParty',
    'cac:PartyName/cbc:Name',
    'Skatteombudets namn (BT-62)',
    "The tax representative's name (BT-62)",
  ),
  must(
    'UBL-SR-29',
    root,
    (_, invoice) => {
      const found = invoice
        .everywhere('cac:PartyIdentification')
        .reduce((sum, party) => sum + all(party, 'cbc:ID').filter(isSepa).length, 0);
      return found <= 1 || { found };
    },
    'Bankens nummer på fordringsägaren (BT-90) finns {found} gånger; högst en får finnas.',
    "The bank's identifier of the creditor (BT-90) is there {found} times; at most one may be.",
  ),
  atMostOne('UBL-SR-40', root, `${buyer}/cac:PartyName/cbc:Name`, 'Köparens firma (BT-45)', "The buyer's trading name (BT-45)"),
  must(
    'UBL-SR-42',
    seller,
    (party) => count(party, 'cac:PartyTaxScheme') <= 2,
    'Säljaren har fler än två skatteregistreringar (BT-31, BT-32).',
    'The seller has more than two tax registrations (BT-31, BT-32).',
  ),
  atMostOne(
    'UBL-SR-51',
    'cac:PostalAddress | cac:Address',
    'cac:AddressLine',
    'Adressens tredje rad',
    'The third line of an address',
  ),
  must(
    'UBL-SR-53',
    'cac:PartyTaxScheme',
    (registration) => has(registration, 'cac:TaxScheme/cbc:ID') && has(registration, 'cbc:CompanyID'),
    'En skatteregistrering saknar nummer eller skatt (BT-31, BT-32, BT-48, BT-63).',
    'A tax registration lacks its number or its tax (BT-31, BT-32, BT-48, BT-63).',
  ),
];
