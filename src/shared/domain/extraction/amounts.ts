import { type Minor, minor } from '../../base/money.ts';

/** An amount as printed: whole minor units, and what the print tells about it. */
export type PrintedAmount = {
  readonly minor: Minor;
  /** Two decimals are printed, so it is money and not a count. */
  readonly hasDecimals: boolean;
  /** ISO 4217, when a currency stands with the amount. */
  readonly currency: string | null;
};

const currencies: readonly (readonly [RegExp, string])[] = [
  [/^(?:sek|kr\.?|kronor|:-)$/i, 'SEK'],
  [/^(?:eur|euro|€)$/i, 'EUR'],
  [/^(?:usd|us\$|\$)$/i, 'USD'],
  [/^(?:gbp|£)$/i, 'GBP'],
  [/^nok$/i, 'NOK'],
  [/^dkk$/i, 'DKK'],
  [/^chf$/i, 'CHF'],
  [/^pln$/i, 'PLN'],
];

/** The ISO 4217 code of a currency word or sign: 'kr' is SEK. Nothing for any other word. */
export const currencyOf = (text: string): string | undefined => currencies.find(([pattern]) => pattern.test(text))?.[1];

const currencySigns = /sek|kronor|kr\.?|:-|euro?|€|us\$|usd|\$|gbp|£|nok|dkk|chf|pln/gi;

/** Ten thousand million kronor: more is a row of digits that is no amount, and sums of a page's amounts stay exact. */
export const mostMinor = 1_000_000_000_000;

/**
 * Reads a printed amount in Swedish, English and continental notation, with a sign before or after it.
 *
 * '1.234' without a currency is refused: it may be a thousand or a decimal. Nothing is rounded.
 */
export function readAmount(text: string): PrintedAmount | undefined {
  const { rest, currency } = takeCurrency(
    withZeros(
      text
        .normalize('NFKC')
        .replace(/[:;]\s*$/, '')
        .trim(),
    ),
  );
  const { body, negative } = takeSign(rest);
  const parts = splitDecimals(body, currency !== null);
  if (!parts) return undefined;
  const amount = Number(`${parts.whole}${parts.decimals ?? '00'}`);
  if (amount > mostMinor) return undefined;
  return { minor: minor(negative ? -amount : amount), hasDecimals: parts.decimals !== undefined, currency };
}

/** '1 234,-' and '1 234:- kr' have no öre, whatever parts the thousands; ':-' by itself after the digits means kronor too. */
const withZeros = (text: string): string =>
  text.replace(
    /(\d[\d .,\u00a0]*?)\s?(?:[,.]\s?[-\u2010-\u2015\u2212](?=\s|$|[a-z])|:-(?=\s?(?:kr|sek)))/i,
    (_, whole: string) => `${whole.replace(/\D/g, '')},00`,
  );

function takeCurrency(text: string): { rest: string; currency: string | null } {
  const signs = text.match(currencySigns) ?? [];
  const [sign] = signs;
  const isMisread = sign === '$' && !/^[-+(]*\$/.test(text); // '25 %' is often read as '25$'
  if (sign === undefined || signs.length > 1 || isMisread) return { rest: text, currency: null };
  return { rest: text.replace(sign, ' ').trim(), currency: currencyOf(sign) ?? null };
}

function takeSign(text: string): { body: string; negative: boolean } {
  const plain = text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s*([.,])\s*/g, '$1')
    .replace(/\s*;\s*(?=\d{2}-?$)/, ',');
  const inside = /^\((.+)\)$/.exec(plain)?.[1];
  if (inside !== undefined) return { body: inside, negative: true };
  const negative = /^-|\d-$/.test(plain); // a blank before it: a dotted rule
  return { body: plain.replace(/^[-+]\s*|\s*[-+]$/g, '').trim(), negative };
}

const notations: readonly RegExp[] = [
  /^(\d{1,5}(?:\s\d{3})+|\d+)[.,](\d{2})$/, // 1 234,56 and 1234.56; a blank may be lost: 1234 567,89
  /^(\d{1,3}(?:\.\d{3})+),(\d{2})$/, // 1.234,56
  /^(\d{1,3}(?:,\d{3})+)\.(\d{2})$/, // 1,234.56
  /^(\d{1,3}(?:['’]\d{3})+)[.,](\d{2})$/, // 1'234.56
  /^(\d{1,3}(?:[.,]\d{3})+)[.,](\d{2})$/, // 1.234.56: a comma read as a dot, or the other way about
  /^(0|\d{3,}|\d{1,3}(?:\s\d{3})+):(\d{2})$/, // 1234:50 and 0:50; else shorter is a time of day
  /^(\d{1,3}(?:\s\d{3})+|\d+)$/, // 1 234
  /^(\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,})$/, // 1.234.567
];
const withCurrency = [/^(\d{1,3}[.,]\d{3})$/, /^(\d+):(\d{2})$/]; // 1.234 kr, 50:00 kr

function splitDecimals(body: string, hasCurrency: boolean): { whole: string; decimals: string | undefined } | undefined {
  for (const notation of hasCurrency ? [...notations, ...withCurrency] : notations) {
    const match = notation.exec(body);
    if (match?.[1]) return { whole: match[1].replace(/\D/g, ''), decimals: match[2] };
  }
  return undefined;
}
