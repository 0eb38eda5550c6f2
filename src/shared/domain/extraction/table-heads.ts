import { lettersOf } from './labels.ts';
import { type Row, segmentsOf, type Token } from './rows.ts';

export type Column = 'description' | 'quantity' | 'unitPrice' | 'rate' | 'amount' | 'other';

/** The heads of an invoice table's columns. Source: Swedish invoices' own usage. */
const heads: readonly (readonly [Column, RegExp])[] = [
  [
    'description',
    /^(benamning|benamningtext|varatjanst|varabenamning|produktbenamning|artbenamning|avserperiod|arbete|uppdrag|aktivitet|innehall|details|product|productdescription|goods|service|services|particulars|beskrivning|artikelbenamning|specifikation|produkt|tjanst|vara|varaochtjanst|text|description|item|artikel|artikelbeskrivning|omschrijving|avser|bezeichnung)$/,
  ],
  [
    'quantity',
    /^(antal|ant|levantenh|levantenhet|levantsort|antalenh|antalenhet|antalsort|kvantitetenh|mangdenh|units|hours|forbrkwh|kwh|antaltim|besant|levererat|levant|levantal|kvantitet|mangd|qty|quantity|aantal|hoeveelheid|menge|antalst|tim|timmar|forbrukning)$/,
  ],
  [
    'unitPrice',
    /^(apris|aprisexklmoms|prisexklmoms|prisenhet|prisperenhet|priskr|prissek|styckprisexklmoms|enhprisexklmoms|enhpris|nettopris|bruttopris|apriskr|priceunit|unitcost|pricepr|rateperhour|timpris|pris|prisst|enhetspris|styckpris|aprisexkl|aprisexklmoms|unitprice|price|rate|prijs|einzelpreis|prisenh|apriskr|aprissek)$/,
  ],
  ['rate', /^(moms|momsproc|momskod|mk|moms%|momssats|vat|vat%|vatrate|btw|taxes|mwst)$/],
  [
    'amount',
    /^(belopp|beloppexkl|radsummaexklmoms|summaexklmoms|totaltexklmoms|totalexkl|totalexklmoms|nettosumma|radbeloppexklmoms|radtotal|lineamount|extension|netamount|totalprice|totaltkr|totaltsek|nettokr|nettosek|summa|radsumma|radbelopp|totalt|total|amount|bedrag|beloppsek|beloppkr|beloppexklmoms|summasek|summakr|nettobelopp|betrag|linetotal|netto|prisinclbtw)$/,
  ],
  [
    'other',
    /^(artnr|artikelnrs|rab|rab%|rabproc|discount|discount%|sort|enhs|nr|no|levdatum|date|projnr|batch|ean|rsk|rsknr|artikelnr|artikelnummer|art|enhet|enh|unit|rabatt|rabatt%|disc|disc%|pos|rad|datum|projekt|konto)$/,
  ],
];

export type Head = { readonly column: Column; readonly tokens: readonly Token[]; readonly x0: number; readonly x1: number };

/** The columns that a row names, where it is the head of an invoice's table. */
export function headsOf(row: Row): readonly Head[] | undefined {
  const found = segmentsOf(row).flatMap((segment) => headsIn(segment));
  const has = (column: Column): boolean => found.some((head) => head.column === column);
  return has('description') && has('amount') && (has('quantity') || has('unitPrice')) ? found : undefined;
}

/** The heads in one run of words, the longest name first: "A'pris exkl moms" is one. */
function headsIn(segment: readonly Token[]): readonly Head[] {
  const found: Head[] = [];
  for (let at = 0; at < segment.length; ) {
    const head = [3, 2, 1].map((count) => headOf(segment.slice(at, at + count), count)).find((one) => one !== undefined);
    if (head) found.push(head);
    at += head?.tokens.length ?? 1;
  }
  return found;
}

function headOf(tokens: readonly Token[], count: number): Head | undefined {
  const [first] = tokens;
  const last = tokens.at(-1);
  const letters = lettersOf(tokens.map((token) => token.text).join(''));
  const column = heads.find(([, pattern]) => pattern.test(letters))?.[0];
  return column && first && last && tokens.length === count ? { column, tokens, x0: first.x0, x1: last.x1 } : undefined;
}
