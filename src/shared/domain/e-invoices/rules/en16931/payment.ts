import { has, said } from '../place.ts';
import { must, type Rule, should } from '../rule.ts';

const isTransfer = (code: string): boolean => code === '30' || code === '58';

/** How the invoice is to be paid, and what is enclosed. */
export const paymentRules: readonly Rule[] = [
  must(
    'BR-49',
    'cac:PaymentMeans',
    (means) => has(means, 'cbc:PaymentMeansCode'),
    'Betalningssättet saknar kod (BT-81).',
    'The means of payment has no code (BT-81).',
  ),
  must(
    'BR-50',
    'cac:PaymentMeans/cac:PayeeFinancialAccount',
    (account) => !isTransfer(said(account.parent, 'cbc:PaymentMeansCode')) || said(account, 'cbc:ID') !== '',
    'Betalning ska ske till ett konto, men dess nummer saknas (BT-84).',
    'Payment is to be made to an account, but its number is missing (BT-84).',
  ),
  should(
    'BR-51',
    'cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID',
    ({ value }) => value.length <= 10,
    'Kortnumret står med fler än tio tecken; högst de sex första och fyra sista siffrorna får visas (BT-87).',
    'The number of the card has more than ten characters; at most its first six and last four digits may be shown (BT-87).',
  ),
  must(
    'BR-52',
    'cac:AdditionalDocumentReference',
    (reference) => said(reference, 'cbc:ID') !== '',
    'En bilaga saknar beteckning (BT-122).',
    'A supporting document has no reference (BT-122).',
  ),
  must(
    'BR-61',
    'cac:PaymentMeans',
    (means) => {
      const code = said(means, 'cbc:PaymentMeansCode');
      return !isTransfer(code) || has(means, 'cac:PayeeFinancialAccount/cbc:ID') || { code };
    },
    'Betalningssätt {code} är girering, men mottagarens konto saknas (BT-84).',
    'The means of payment {code} is a credit transfer, but the account to pay to is missing (BT-84).',
  ),
];
