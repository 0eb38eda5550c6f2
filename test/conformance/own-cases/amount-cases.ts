import { changed, kr, type OwnCase } from './own-case.ts';

/** An amount with a third decimal where it stands after (and before) what tells it from others. */
const threeDecimals = (rule: string, before: string, name: string, amount: string, after = ''): OwnCase =>
  changed(rule, before + kr(name, amount) + after, before + kr(name, `${amount}0`) + after);

const ofLine = '<cbc:MultiplierFactorNumeric>5</cbc:MultiplierFactorNumeric>';
const ofDocument = '<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>';
const charge = '<cbc:AllowanceChargeReasonCode>FC</cbc:AllowanceChargeReasonCode>';
const allowance = '<cbc:AllowanceChargeReasonCode>95</cbc:AllowanceChargeReasonCode>';
const lineBase = `${ofLine}${kr('Amount', '50.00')}`;

/** Sums, and how many decimals they have. */
export const amountCases: readonly OwnCase[] = [
  changed('BR-12', kr('LineExtensionAmount', '1500.00'), ''),
  changed('BR-15', kr('PayableAmount', '1801.00'), ''),
  changed('BR-46', `${kr('TaxableAmount', '1450.00')}${kr('TaxAmount', '362.50')}`, kr('TaxableAmount', '1450.00')),
  changed('BR-CO-12', kr('ChargeTotalAmount', '50.00'), kr('ChargeTotalAmount', '51.00')),
  changed(
    'BR-CO-17',
    `${kr('TaxableAmount', '1450.00')}${kr('TaxAmount', '362.50')}`,
    kr('TaxableAmount', '1450.00') + kr('TaxAmount', '363.50'),
  ),
  threeDecimals('BR-DEC-01', ofDocument, 'Amount', '100.00'),
  threeDecimals('BR-DEC-02', kr('Amount', '100.00'), 'BaseAmount', '1000.00'),
  threeDecimals('BR-DEC-05', charge, 'Amount', '50.00'),
  changed('BR-DEC-06', `${charge}${kr('Amount', '50.00')}`, `${charge}${kr('Amount', '50.00')}${kr('BaseAmount', '50.000')}`),
  threeDecimals('BR-DEC-09', '', 'LineExtensionAmount', '1500.00'),
  threeDecimals('BR-DEC-10', '', 'AllowanceTotalAmount', '100.00'),
  threeDecimals('BR-DEC-11', '', 'ChargeTotalAmount', '50.00'),
  threeDecimals('BR-DEC-12', '', 'TaxExclusiveAmount', '1450.00'),
  threeDecimals('BR-DEC-14', '', 'TaxInclusiveAmount', '1812.50'),
  threeDecimals('BR-DEC-16', '', 'PrepaidAmount', '12.00'),
  threeDecimals('BR-DEC-17', '', 'PayableRoundingAmount', '0.50'),
  threeDecimals('BR-DEC-18', '', 'PayableAmount', '1801.00'),
  threeDecimals('BR-DEC-19', '', 'TaxableAmount', '1450.00'),
  threeDecimals('BR-DEC-20', kr('TaxableAmount', '1450.00'), 'TaxAmount', '362.50'),
  threeDecimals('BR-DEC-23', '', 'LineExtensionAmount', '1000.00'),
  threeDecimals('BR-DEC-24', allowance + ofLine, 'Amount', '50.00'),
  threeDecimals('BR-DEC-25', allowance + lineBase, 'BaseAmount', '1000.00'),
  threeDecimals('BR-DEC-27', charge + ofLine, 'Amount', '50.00'),
  threeDecimals('BR-DEC-28', charge + lineBase, 'BaseAmount', '1000.00'),
];
