import type { Day } from '../../../src/shared/base/day.ts';
import { showBankgiro, showIban, showOrganisationNumber, showPlusgiro } from '../../../src/shared/domain/identifiers/index.ts';
import type { Odds } from './odds.ts';

/** How a supplier prints amounts, days and numbers: one style a layout. */
export type PrintStyle = {
  readonly amount: (minor: number) => string;
  /** With the currency's word, where the layout shows it. */
  readonly money: (minor: number, currency: string) => string;
  /** Hundredths. */
  readonly quantity: (hundredths: number) => string;
  readonly day: (day: Day) => string;
  readonly organisation: (digits: string) => string;
  readonly vatNumber: (number: string) => string;
  readonly bankgiro: (digits: string) => string;
  readonly plusgiro: (digits: string) => string;
  readonly iban: (iban: string) => string;
  readonly ocr: (digits: string) => string;
  readonly rate: (percent: number) => string;
};

const monthNames = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function printStyle(
  odds: Odds,
  { english, kronorOnly }: { readonly english: boolean; readonly kronorOnly: boolean },
): PrintStyle {
  const mark = english
    ? odds.weighted({ '1,234.56': 7, '1 234.56': 1, '1.234,56': 2 })
    : odds.weighted({ '1 234,56': 60, '1.234,56': 8, '1234,56': 22, '1 234:56': 2, '1234.56': 2, '1,234.56': 3, '1 234.56': 3 });
  const signAfter = odds.often(0.25);
  const dash = odds.often(0.12) ? '–' : '-';
  const amount = (minor: number): string => {
    const digits = String(Math.abs(minor)).padStart(3, '0');
    const group = mark.startsWith('1 ') ? ' ' : mark.startsWith('1.') ? '.' : mark.startsWith('1,') ? ',' : '';
    const kronor = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
    const text = `${kronor}${mark.at(-3)}${digits.slice(-2)}`;
    return minor >= 0 ? text : signAfter ? `${text}${dash}` : `${dash}${text}`;
  };
  const wholeKronor = kronorOnly && odds.often(0.12);
  const unit = odds.weighted({ none: 40, after: 38, before: 14, sign: 8 });
  const swedishWord = odds.often(0.6) ? 'kr' : 'SEK';
  const money = (minor: number, currency: string): string => {
    const text = wholeKronor && minor % 100 === 0 ? `${amount(minor).replace(/\D\d\d(\D?)$/, '$1')},-` : amount(minor);
    const word = currency === 'SEK' ? swedishWord : currency;
    if (unit === 'none' && currency === 'SEK') return text;
    const sign = { EUR: '€', GBP: '£' }[currency];
    if (unit === 'sign' && sign !== undefined) return `${sign}${english ? '' : ' '}${text}`;
    return unit === 'before' ? `${currency === 'SEK' ? 'SEK' : currency} ${text}` : `${text} ${word}`;
  };
  const quantityDecimals = odds.weighted({ least: 5, two: 4 });
  const comma = mark.at(-3) === '.' ? '.' : ',';
  const quantity = (hundredths: number): string => {
    const fixed = (hundredths / 100).toFixed(2);
    return (quantityDecimals === 'two' ? fixed : fixed.replace(/0+$/, '').replace(/\.$/, '')).replace('.', comma);
  };
  const rateStyle = odds.pick(['25%', '25 %', '25', '25,00 %', '25,00'] as const);
  const identifiers = identifierStyle(odds);
  return {
    amount,
    money,
    quantity,
    day: dayStyle(odds, english),
    rate: (percent) => rateStyle.replace('25', String(percent)),
    ...identifiers,
  };
}

function identifierStyle(odds: Odds) {
  const bareOrganisation = odds.often(0.12);
  const vat = odds.weighted({ SE556677889901: 76, 'SE 556677889901': 10, 'SE556677-889901': 2, 'SE556677889901 grouped': 6 });
  const bareGiro = odds.often(0.06);
  const groupedIban = odds.often(0.7);
  const groupedOcr = odds.weighted({ none: 82, fours: 10, fives: 8 });
  return {
    organisation: (digits: string) => (bareOrganisation ? digits : showOrganisationNumber(digits)),
    vatNumber: (number: string) => {
      if (!number.startsWith('SE') || vat === 'SE556677889901') return number;
      if (vat === 'SE 556677889901') return `SE ${number.slice(2)}`;
      if (vat === 'SE556677-889901') return `${number.slice(0, 8)}-${number.slice(8)}`;
      return `${number.slice(0, 2)} ${number.slice(2, 8)} ${number.slice(8, 12)} ${number.slice(12)}`;
    },
    bankgiro: (digits: string) => (bareGiro ? digits : showBankgiro(digits)),
    plusgiro: showPlusgiro,
    iban: (iban: string) => (groupedIban ? showIban(iban) : iban),
    ocr: (digits: string) =>
      groupedOcr === 'none' ? digits : (digits.match(groupedOcr === 'fours' ? /.{1,4}/g : /.{1,5}/g) ?? []).join(' '),
  };
}

function dayStyle(odds: Odds, english: boolean): (day: Day) => string {
  const style = english
    ? odds.weighted({ iso: 4, 'd month y': 3, 'dd.mm.yyyy': 2, 'dd/mm/yyyy': 2, 'month d, y': 1 })
    : odds.weighted({
        iso: 66,
        'yy-mm-dd': 8,
        yyyymmdd: 7,
        yymmdd: 2,
        'd/m yyyy': 4,
        'd month y': 7,
        'dd.mm.yyyy': 3,
        'dd/mm/yyyy': 2,
        'yyyy.mm.dd': 1,
      });
  return (day) => {
    const [year = '', month = '', date = ''] = day.split('-');
    const name = (english ? englishMonths : monthNames)[Number(month) - 1];
    switch (style) {
      case 'yy-mm-dd':
        return `${year.slice(2)}-${month}-${date}`;
      case 'yyyymmdd':
        return `${year}${month}${date}`;
      case 'yymmdd':
        return `${year.slice(2)}${month}${date}`;
      case 'd/m yyyy':
        return `${Number(date)}/${Number(month)} ${year}`;
      case 'd month y':
        return `${Number(date)} ${name} ${year}`;
      case 'month d, y':
        return `${name} ${Number(date)}, ${year}`;
      case 'dd.mm.yyyy':
        return `${date}.${month}.${year}`;
      case 'dd/mm/yyyy':
        return `${date}/${month}/${year}`;
      case 'yyyy.mm.dd':
        return `${year}.${month}.${date}`;
      default:
        return day;
    }
  };
}
