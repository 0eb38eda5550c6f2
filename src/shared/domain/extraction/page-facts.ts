import type { PageWords } from '../../base/page.ts';
import type { DocumentType } from '../invoice-fields/index.ts';
import { findHeading } from './document-type.ts';
import { findLabels, type Label, lettersOf } from './labels.ts';
import { linkLabels } from './links.ts';
import { bankgirosIn } from './numbers.ts';
import { findPaymentLines, type PaymentLine } from './payment-line.ts';
import { amountsIn } from './reading.ts';
import { codesIn } from './references.ts';
import { heightOf, ordinaryHeight, type Row, segmentsOf, textOf, toRows } from './rows.ts';
import { keysIn } from './supplier-keys.ts';

/** What one page tells of the document that it belongs to. */
export type PageFacts = {
  readonly page: number;
  /** `first` and `later` of 'Sida 1 av 2'; undefined where no page number is printed. */
  readonly place: 'first' | 'later' | undefined;
  readonly heading: DocumentType | undefined;
  readonly invoiceNumber: string | undefined;
  /** Organisation numbers of companies: who sends it, for most buyers are public bodies. */
  readonly companies: ReadonlySet<string>;
  /** Printed as such: any seven or eight digits may have the right check digit. */
  readonly bankgiros: ReadonlySet<string>;
  /** A sum to pay is labelled, and somewhere to pay it. */
  readonly isPayable: boolean;
  /** The sum to pay, in minor units. */
  readonly toPayMinor: number | undefined;
  /** It calls itself a delivery note, terms, a specification … */
  readonly isAppendix: boolean;
  /** A sheet that was laid in between documents. */
  readonly isSeparator: boolean;
  readonly isBlank: boolean;
};

export function factsOf(page: PageWords): PageFacts {
  const rows = toRows([page]);
  const labels = findLabels(rows);
  const lines = findPaymentLines(rows);
  const { organisationNumbers } = keysIn(rows, lines);
  const labelsOf = (kind: Label['kind']): boolean => labels.some((label) => label.kind === kind && label.strength > 0.6);
  const bankgiros = bankgirosOn(rows, lines);
  const hasGiro = bankgiros.size > 0 || (['bankgiro', 'plusgiro', 'iban'] as const).some(labelsOf);
  return {
    page: page.page,
    place: placeOf(rows),
    heading: findHeading(rows),
    invoiceNumber: invoiceNumberIn(rows, labels),
    companies: new Set(organisationNumbers.filter((number) => !isPublicBody(number))),
    bankgiros,
    isPayable: lines.length > 0 || (labelsOf('total') && hasGiro),
    toPayMinor: sumToPay(rows, labels, lines),
    isAppendix: callsItselfAppendix(rows),
    isSeparator: page.codes.some(({ text }) => separatorCodes.test(text)) || callsItselfSeparator(rows),
    isBlank: page.flags.includes('blank'),
  };
}

/** State bodies, municipalities and regions bear numbers that begin with 2. Source: Bolagsverket and SCB on the groups of organisation numbers. */
const isPublicBody = (organisationNumber: string): boolean => organisationNumber.startsWith('2');

const bankgirosOn = (rows: readonly Row[], lines: readonly PaymentLine[]): ReadonlySet<string> =>
  new Set([
    ...lines.filter(({ giroKind }) => giroKind === 'bankgiro').map(({ giro }) => giro),
    ...bankgirosIn(rows).flatMap(({ value }) => (value.valid && value.hyphen ? [value.digits] : [])),
  ]);

/** Patch codes for "new document" as scanners' own programs print them: T, or 2 of the six (Kodak's patch code sheets). */
const separatorCodes = /^patch ?-?(t|ii|2)$/i;

/** A sheet with hardly a word on it but that it parts documents. */
const callsItselfSeparator = (rows: readonly Row[]): boolean =>
  rows.length < 8 &&
  rows.some(({ tokens }) => /\b(skiljeblad|separator(blad| sheet)?|avdelningsblad|dokumentavskiljare)\b/i.test(textOf(tokens)));

const appendixTitles =
  /^(bilaga|appendix|följesedel|leveranssedel|packsedel|delivery note|packing list|specifikation|fakturaspecifikation|fakturaunderlag|tidrapport|arbetsrapport|arbetsorder|körjournal|orderbekräftelse|order confirmation|allmänna (leverans|försäljnings)?villkor|(leverans|köp|avtals|försäljnings)villkor|general (terms|conditions)|terms and conditions|villkor för|protokoll|intyg|certifikat|kvitto|samtalsspecifikation|avläsning|mätvärden)\b/iu;

/** A title that stands high up or large, and starts its line. */
function callsItselfAppendix(rows: readonly Row[]): boolean {
  const ordinary = ordinaryHeight(rows);
  return rows.flatMap(segmentsOf).some((segment) => {
    const [first] = segment;
    if (!first || segment.length > 7 || !appendixTitles.test(textOf(segment)) || /:$/.test(textOf(segment))) return false;
    return heightOf(first) > 1.25 * ordinary && first.y0 < 0.5;
  });
}

const named = /\b(?:sida|sidan|sid|sidnr|page|blad):?\s*(\d{1,3})\s*(?:(?:av|of|\/|\()\s*\d{1,3}\)?|$)/i;
const bare = /^(\d{1,2})\s?(?:\/|\(|av|of)\s?(\d{1,2})\)?$/;

/** Of 'Sida N av M', 'Sid N/M', 'Page N of M', or 'N (M)' by itself at the rim. */
function placeOf(rows: readonly Row[]): PageFacts['place'] {
  for (const row of rows)
    for (const segment of segmentsOf(row)) {
      const text = textOf(segment);
      const [, byName] = named.exec(text) ?? [];
      const [, byForm, last] = bare.exec(text.replace(/^(?:sida|sid|page):?\s*/i, '')) ?? [];
      const y = segment[0]?.y0 ?? 0.5;
      const isAtRim = (y < 0.15 || y > 0.9) && Number(byForm) <= Number(last) && Number(byForm) > 0;
      const number = byName ?? (isAtRim ? byForm : undefined);
      if (number !== undefined) return Number(number) === 1 ? 'first' : 'later';
    }
  return undefined;
}

function sumToPay(rows: readonly Row[], labels: readonly Label[], lines: readonly PaymentLine[]): number | undefined {
  const links = linkLabels(labels, amountsIn(rows, lines), rows).filter(
    (link) => link.label.kind === 'total' && link.label.strength > 0.8 && link.score > 0.4,
  );
  return links.toSorted((a, b) => b.score - a.score)[0]?.span.value.minor;
}

function invoiceNumberIn(rows: readonly Row[], labels: readonly Label[]): string | undefined {
  const links = linkLabels(labels, codesIn(rows), rows).filter(
    (link) => link.label.kind === 'invoiceNumber' && link.label.strength > 0.6 && link.score > 0.4,
  );
  const best = [...links].sort((a, b) => b.score - a.score)[0]?.span.value;
  return best === undefined ? undefined : lettersOf(best);
}
