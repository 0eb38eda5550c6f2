import { numberAt, sign } from '../decimal.ts';
import { all, has, said } from '../place.ts';
import { must, type Rule } from '../rule.ts';
import { isVat } from '../ubl.ts';

const quantity = (line: Parameters<typeof all>[0]) => [
  ...all(line, 'cbc:InvoicedQuantity'),
  ...all(line, 'cbc:CreditedQuantity'),
];
const grossPrice = 'cac:Price/cac:AllowanceCharge/cbc:BaseAmount';

/** What each line must say. */
export const lineRules: readonly Rule[] = [
  must(
    'BR-21',
    'line',
    (line) => said(line, 'cbc:ID') !== '',
    'Raden saknar nummer (BT-126).',
    'The line has no identifier (BT-126).',
  ),
  must(
    'BR-22',
    'line',
    (line) => quantity(line).length > 0 || { line: said(line, 'cbc:ID') },
    'Rad {line} saknar antal (BT-129).',
    'Line {line} has no quantity (BT-129).',
  ),
  must(
    'BR-23',
    'line',
    (line) => quantity(line).some((one) => one.attribute('unitCode') !== undefined) || { line: said(line, 'cbc:ID') },
    'Antalet på rad {line} saknar enhet (BT-130).',
    'The quantity of line {line} has no unit (BT-130).',
  ),
  must(
    'BR-24',
    'line',
    (line) => has(line, 'cbc:LineExtensionAmount') || { line: said(line, 'cbc:ID') },
    'Rad {line} saknar nettobelopp (BT-131).',
    'Line {line} has no net amount (BT-131).',
  ),
  must(
    'BR-25',
    'line',
    (line) => said(line, 'cac:Item/cbc:Name') !== '' || { line: said(line, 'cbc:ID') },
    'Rad {line} säger inte vad den gäller (BT-153).',
    'Line {line} does not say what it is for (BT-153).',
  ),
  must(
    'BR-26',
    'line',
    (line) => has(line, 'cac:Price/cbc:PriceAmount') || { line: said(line, 'cbc:ID') },
    'Rad {line} saknar pris (BT-146).',
    'Line {line} has no price (BT-146).',
  ),
  must(
    'BR-27',
    'line',
    (line) => {
      const price = numberAt(line, 'cac:Price/cbc:PriceAmount');
      return (sign(price) ?? -1) >= 0 || { line: said(line, 'cbc:ID'), price };
    },
    'Priset på rad {line} är {price}; ett pris får inte saknas eller vara mindre än noll (BT-146).',
    'The price of line {line} is {price}; a price may not be missing or below zero (BT-146).',
  ),
  must(
    'BR-28',
    'line',
    (line) => {
      const price = numberAt(line, grossPrice);
      return !has(line, grossPrice) || (sign(price) ?? -1) >= 0 || { line: said(line, 'cbc:ID'), price };
    },
    'Bruttopriset på rad {line} är {price}; ett pris får inte vara mindre än noll (BT-148).',
    'The gross price of line {line} is {price}; a price may not be below zero (BT-148).',
  ),
  must(
    'BR-54',
    'cac:AdditionalItemProperty',
    (property) => has(property, 'cbc:Name') && has(property, 'cbc:Value'),
    'En egenskap hos varan saknar namn eller värde (BT-160, BT-161).',
    'An attribute of the item lacks its name or its value (BT-160, BT-161).',
  ),
  must(
    'BR-64',
    'line/cac:Item/cac:StandardItemIdentification/cbc:ID',
    (id) => id.attribute('schemeID') !== undefined,
    'Varans standardnummer {value} säger inte i vilket system (BT-157).',
    'The standard number of the item, {value}, does not say its scheme (BT-157).',
  ),
  must(
    'BR-65',
    'line/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode',
    (code) => code.attribute('listID') !== undefined,
    'Varans klassificering {value} säger inte i vilket system (BT-158).',
    'The classification of the item, {value}, does not say its scheme (BT-158).',
  ),
  must(
    'BR-CO-04',
    'line',
    (line) =>
      all(line, 'cac:Item/cac:ClassifiedTaxCategory').some((category) => isVat(category) && has(category, 'cbc:ID')) || {
        line: said(line, 'cbc:ID'),
      },
    'Rad {line} saknar momskategori (BT-151).',
    'Line {line} has no VAT category (BT-151).',
  ),
];
