import { countries } from '../code-lists/parties.ts';
import { all, has, said } from '../place.ts';
import { must, type Rule } from '../rule.ts';
import { buyer, isVat, seller, vatNumber } from '../ubl.ts';

const country = 'cac:Country/cbc:IdentificationCode';

/** Seller, buyer, payee, tax representative, and where goods went. */
export const partyRules: readonly Rule[] = [
  must(
    'BR-09',
    `${seller}/cac:PostalAddress`,
    (address) => said(address, country) !== '',
    'Säljarens adress saknar landskod (BT-40).',
    'The address of the seller has no country code (BT-40).',
  ),
  must(
    'BR-11',
    `${buyer}/cac:PostalAddress`,
    (address) => said(address, country) !== '',
    'Köparens adress saknar landskod (BT-55).',
    'The address of the buyer has no country code (BT-55).',
  ),
  must(
    'BR-17',
    'cac:PayeeParty',
    (payee, { seller: from }) => {
      const same = (way: string) => all(payee, way).some(({ text }) => all(from, way).some((one) => one.text === text));
      const isNamed = has(payee, 'cac:PartyName/cbc:Name');
      return isNamed && !same('cac:PartyName/cbc:Name') && !same('cac:PartyIdentification/cbc:ID');
    },
    'Betalningsmottagaren (BG-10) ska ha ett namn (BT-59), och varken namnet eller ett id får vara säljarens.',
    'The payee (BG-10) must have a name (BT-59), and neither it nor an identifier may be the seller’s.',
  ),
  must(
    'BR-18',
    'cac:TaxRepresentativeParty',
    (party) => said(party, 'cac:PartyName/cbc:Name') !== '',
    'Säljarens skatteombud saknar namn (BT-62).',
    'The tax representative of the seller has no name (BT-62).',
  ),
  must(
    'BR-19',
    'cac:TaxRepresentativeParty',
    (party) => has(party, 'cac:PostalAddress'),
    'Säljarens skatteombud saknar postadress (BG-12).',
    'The tax representative of the seller has no postal address (BG-12).',
  ),
  must(
    'BR-20',
    'cac:TaxRepresentativeParty/cac:PostalAddress',
    (address) => said(address, country) !== '',
    'Skatteombudets adress saknar landskod (BT-69).',
    'The address of the tax representative has no country code (BT-69).',
  ),
  must(
    'BR-56',
    'cac:TaxRepresentativeParty',
    (party) => vatNumber(party) !== undefined,
    'Säljarens skatteombud saknar momsregistreringsnummer (BT-63).',
    'The tax representative of the seller has no VAT number (BT-63).',
  ),
  must(
    'BR-57',
    'cac:Delivery/cac:DeliveryLocation/cac:Address',
    (address) => has(address, country),
    'Leveransadressen saknar landskod (BT-80).',
    'The address of delivery has no country code (BT-80).',
  ),
  must(
    'BR-62',
    `${seller}/cbc:EndpointID`,
    (address) => address.attribute('schemeID') !== undefined,
    'Säljarens elektroniska adress {value} (BT-34) säger inte i vilket system.',
    'The electronic address of the seller, {value} (BT-34), does not say its scheme.',
  ),
  must(
    'BR-63',
    `${buyer}/cbc:EndpointID`,
    (address) => address.attribute('schemeID') !== undefined,
    'Köparens elektroniska adress {value} (BT-49) säger inte i vilket system.',
    'The electronic address of the buyer, {value} (BT-49), does not say its scheme.',
  ),
  must(
    'BR-CO-09',
    'cac:PartyTaxScheme',
    (registration) => {
      const prefix = said(registration, 'cbc:CompanyID').slice(0, 2);
      return (
        !isVat(registration) ||
        prefix.length < 2 ||
        prefix === 'EL' ||
        countries.has(prefix) || { number: said(registration, 'cbc:CompanyID') }
      );
    },
    'Momsregistreringsnumret {number} börjar inte med en landskod (BT-31, BT-48, BT-63).',
    'The VAT number {number} does not begin with a country code (BT-31, BT-48, BT-63).',
  ),
  must(
    'BR-CO-26',
    'cac:AccountingSupplierParty',
    (party) =>
      vatNumber(all(party, 'cac:Party')[0]) !== undefined ||
      has(party, 'cac:Party/cac:PartyIdentification/cbc:ID') ||
      has(party, 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID'),
    'Säljaren går inte att känna igen: varken id (BT-29), organisationsnummer (BT-30) eller momsregistreringsnummer (BT-31) finns.',
    'The seller cannot be recognised: there is no identifier (BT-29), legal registration (BT-30) or VAT number (BT-31).',
  ),
];
