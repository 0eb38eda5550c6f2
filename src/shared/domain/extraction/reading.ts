import type { Day } from '../../base/day.ts';
import type { SupplierId, SupplierInvoiceId } from '../../base/ids.ts';
import { minor } from '../../base/money.ts';
import type { PageWords } from '../../base/page.ts';
import type { Fields } from '../invoice-fields/index.ts';
import { type PrintedAmount, readAmount } from './amounts.ts';
import type { LearnedAnchor } from './anchor.ts';
import { buyerTokens } from './buyer.ts';
import type { LabelKind } from './label-words.ts';
import { findLabels, type Label } from './labels.ts';
import { type LearnedValue, learnedValues } from './learned-values.ts';
import { type Link, linkLabels } from './links.ts';
import { type PaymentCode, paymentCodesIn } from './payment-code.ts';
import { findPaymentLines, type PaymentLine } from './payment-line.ts';
import { type Row, type Token, toRows } from './rows.ts';
import { type SecondReading, secondReadingOf, withWordsFoundLater } from './second-reading.ts';
import { findSpans, type Span } from './spans.ts';
import { headsOf } from './table-heads.ts';

/** What one document's pages show before any field is chosen. */
export type Reading = {
  readonly rows: readonly Row[];
  readonly labels: readonly Label[];
  readonly buyer: ReadonlySet<Token>;
  readonly amounts: readonly Span<PrintedAmount>[];
  /** Digits that may be an amount whose comma was lost in reading: '251925' for 2 519,25. */
  readonly doubtful: readonly Span<PrintedAmount>[];
  readonly paymentLines: readonly PaymentLine[];
  /** The numbers of the document's pages, in order. */
  readonly pages: readonly number[];
  /** Pages whose words stand in the file as text. */
  readonly textLayerPages: ReadonlySet<number>;
  readonly codes: readonly PaymentCode[];
  readonly again: SecondReading;
  readonly learned: readonly LearnedValue[];
  readonly repeated: readonly VerifiedPlaces[];
  readonly today: Day;
};

/** Where the fields stood on a verified invoice of the supplier. `firstPage` is the number of its first page in its file. */
export type VerifiedPlaces = {
  readonly invoiceId: SupplierInvoiceId;
  readonly supplierId: SupplierId;
  readonly firstPage: number;
  readonly fields: Fields;
};

/** What is known of suppliers' layouts: what was taught, and where the fields stood before, the latest first. */
export type LayoutKnowledge = {
  readonly anchors: readonly LearnedAnchor[];
  readonly repeated: readonly VerifiedPlaces[];
};

/** The reading with what is known of its supplier's layout. */
export function withLayout(reading: Reading, supplierId: SupplierId, { anchors, repeated }: LayoutKnowledge): Reading {
  const own = anchors.filter((anchor) => anchor.supplierId === supplierId);
  return {
    ...reading,
    learned: learnedValues(reading.rows, reading.pages, own, reading.today),
    repeated: repeated.filter((before) => before.supplierId === supplierId),
  };
}

export function readDocument(pages: readonly PageWords[], today: Day): Reading {
  const rows = toRows(pages.map(withWordsFoundLater));
  const found = findLabels(rows);
  const rateRows = new Set(found.flatMap((label) => (label.kind === 'rate' ? [label.tokens[0]?.row ?? -1] : [])));
  const labels = found.map((label) => belowColumns(label, rows, rateRows));
  const paymentLines = findPaymentLines(rows);
  return {
    rows,
    labels,
    paymentLines,
    buyer: buyerTokens(rows, labels),
    amounts: amountsIn(rows, paymentLines),
    doubtful: withoutComma(rows),
    pages: pages.map(({ page }) => page),
    textLayerPages: new Set(pages.filter(({ textSource }) => textSource === 'text-layer').map(({ page }) => page)),
    codes: paymentCodesIn(pages, today),
    again: secondReadingOf(pages),
    learned: [],
    repeated: [],
    today,
  };
}

const sumKinds: readonly LabelKind[] = ['total', 'net', 'vat', 'rounding'];

/** 'Totalt' over a column of the lines or of the VAT table announces each row's sum, and only faintly the invoice's. */
function belowColumns(label: Label, rows: readonly Row[], rateRows: ReadonlySet<number>): Label {
  const row = rows[label.tokens[0]?.row ?? -1];
  if (label.kind === 'total' && row && rateRows.has(row.number)) return { ...label, strength: label.strength * 0.35 };
  return sumKinds.includes(label.kind) && row && headsOf(row) ? { ...label, strength: label.strength * 0.35 } : label;
}

/** Whether what was read surely stands so on the paper: the file carries it as text, or a second reading is the same. */
export function isSurelyPrinted(
  { textLayerPages, again }: Reading,
  { tokens, raw }: Pick<Span<unknown>, 'tokens' | 'raw'>,
): boolean {
  const signs = (text: string | undefined): string | undefined => text?.replace(/[^\p{L}\d]/gu, '');
  return textLayerPages.has(tokens[0]?.page ?? -1) || signs(again(tokens)) === signs(raw);
}

/** The links of spans to labels of one kind, best first. Another kind's label may have taken a span: its score is then low. */
export function linksOf<Value>(reading: Reading, spans: readonly Span<Value>[]): (kind: LabelKind) => readonly Link<Value>[] {
  const links = linkLabels(reading.labels, spans, reading.rows);
  const byKind = Map.groupBy(
    [...links].sort((a, b) => b.score - a.score),
    (link) => link.label.kind,
  );
  return (kind) => byKind.get(kind) ?? [];
}

/**
 * Sums of money: with two decimals, or with a currency. On a page without decimals whole numbers of three figures
 * or more count too. A giro slip's line has its own reading.
 */
export function amountsIn(rows: readonly Row[], paymentLines: readonly PaymentLine[]): readonly Span<PrintedAmount>[] {
  const ofLines = new Set(paymentLines.flatMap((line) => line.tokens));
  const spans = findSpans(rows, { mostTokens: 6, widestGap: 1.4, read: readAmount }).filter(
    (span) => !span.tokens.some((token) => ofLines.has(token)) && !isRate(span, rows),
  );
  const money = spans.filter((span) => span.value.hasDecimals || span.value.currency !== null);
  return money.length > 0
    ? money
    : spans.filter((span) => Math.abs(span.value.minor) >= 10_000 && Math.abs(span.value.minor) < 1e11);
}

const withoutComma = (rows: readonly Row[]): readonly Span<PrintedAmount>[] =>
  findSpans(rows, {
    mostTokens: 1,
    widestGap: 0,
    read: (text) =>
      /^[1-9]\d{3,8}$/.test(text) ? { minor: minor(Number(text)), hasDecimals: false, currency: null } : undefined,
  });

/** '25,00 %' is a rate, and so is '25,00' before a sum though its '%' was misread. */
function isRate(span: Span<PrintedAmount>, rows: readonly Row[]): boolean {
  const last = span.tokens.at(-1);
  const row = last && rows[last.row];
  if (last === undefined || row === undefined) return false;
  const [next, ...others] = row.tokens.slice(row.tokens.indexOf(last) + 1);
  const isSwedish = [2500, 1200, 600].includes(span.value.minor) && span.value.currency === null;
  const isMisread =
    isSwedish &&
    next !== undefined &&
    /^\d{1,2}$|^[^\d\s]{1,2}$/.test(next.text) &&
    others.some(({ text }) => /\d[.,]\d{2}/.test(text));
  return next?.text.startsWith('%') === true || isMisread;
}
