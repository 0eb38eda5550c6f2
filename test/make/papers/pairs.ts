import { rgb } from 'pdf-lib';
import type { Entry } from './entries.ts';
import type { Odds } from './odds.ts';
import type { Sheet, Type } from './sheets.ts';

/** How a block sets labels and values. */
export type PairsStyle = {
  readonly kind: 'colon' | 'tab' | 'apart' | 'over' | 'boxes' | 'row' | 'inline' | 'leader' | 'right-label' | 'ladder';
  readonly size: number;
  readonly labelSize: number;
  readonly labelBold: boolean;
  readonly valueBold: boolean;
  readonly lineMm: number;
  readonly columns: number;
  readonly tabShare: number;
  readonly shaded: boolean;
  readonly framed: boolean;
  readonly italicLabels: boolean;
  /** 0 black … 1 white. */
  readonly labelGrey: number;
};

export function pairsStyle(odds: Odds, base: number, kinds: Readonly<Partial<Record<PairsStyle['kind'], number>>>): PairsStyle {
  const kind = odds.weighted(kinds as Record<PairsStyle['kind'], number>);
  const size = base + odds.pick([-0.5, 0, 0, 0, 0.5]);
  const labelBold = odds.often(0.3);
  return {
    kind,
    size,
    labelSize: kind === 'over' || kind === 'boxes' || kind === 'row' ? size - odds.pick([0, 0.5, 1, 1.5, 2, 2.5]) : size,
    labelBold,
    valueBold: !labelBold && odds.often(0.25),
    lineMm: size * odds.between(0.42, 0.62),
    columns: odds.pick([2, 3, 3, 4]),
    tabShare: odds.between(0.4, 0.56),
    shaded: odds.often(0.3),
    framed: odds.often(0.35),
    italicLabels: odds.often(0.06),
    labelGrey: odds.often(0.2) ? odds.between(0.3, 0.55) : 0.08,
  };
}

type Place = { readonly x: number; readonly y: number; readonly width: number };

/** Draws the entries and gives the y below them. `y` is the top of the block. */
export function drawPairs(sheet: Sheet, entries: readonly Entry[], style: PairsStyle, place: Place): number {
  if (entries.length === 0) return place.y;
  if (style.kind === 'over' || style.kind === 'boxes') return drawGrid(sheet, entries, style, place);
  if (style.kind === 'row') return drawRows(sheet, entries, style, place);
  if (style.kind === 'inline') return drawInline(sheet, entries, style, place);
  return drawList(sheet, entries, style, place);
}

const typesOf = (style: PairsStyle): { label: Type; value: Type } => ({
  label: {
    size: style.labelSize,
    bold: style.labelBold,
    italic: style.italicLabels,
    color: rgb(style.labelGrey, style.labelGrey, style.labelGrey),
  },
  value: { size: style.size, bold: style.valueBold },
});

const withColon = (label: string): string => (/[:.?]$|F-sk|F-tax/.test(label) ? label : `${label}:`);

function drawList(sheet: Sheet, entries: readonly Entry[], style: PairsStyle, { x, y, width }: Place): number {
  const { label, value } = typesOf(style);
  const widest = Math.max(...entries.map((entry) => sheet.widthOf(withColon(entry.label), label)));
  const widestValue = Math.max(...entries.map((entry) => sheet.widthOf(entry.value, value)));
  // Where both do not fit side by side, the type is made smaller, as any program that prints columns does.
  const squeeze = Math.min(1, width / (widest + 2 + widestValue));
  if (squeeze < 0.85) return drawGrid(sheet, entries, { ...style, kind: 'over', columns: 1 }, { x, y, width });
  if (squeeze < 1)
    return drawList(
      sheet,
      entries,
      { ...style, size: style.size * squeeze * 0.99, labelSize: style.labelSize * squeeze * 0.99 },
      { x, y, width },
    );
  const tab = x + Math.min(Math.max(width * style.tabShare, widest + 2), width - widestValue);
  let at = y + style.lineMm;
  for (const entry of entries) {
    const text =
      style.kind === 'colon' || style.kind === 'ladder' || style.kind === 'right-label' ? withColon(entry.label) : entry.label;
    const end = x + sheet.widthOf(text, label);
    if (style.kind === 'right-label') sheet.text(tab - 2, at, text, { ...label, align: 'right' });
    else sheet.text(x, at, text, label);
    if (style.kind === 'apart')
      sheet.text(
        Math.max(x + width, tab + sheet.widthOf(entry.value, value)),
        at,
        entry.value,
        { ...value, align: 'right' },
        entry.field,
      );
    else sheet.text(style.kind === 'ladder' ? end + 1.3 : tab, at, entry.value, value, [entry.field, entry.fieldToo]);
    if (style.kind === 'leader') for (let dot = end + 1.5; dot < tab - 1.5; dot += 1.6) sheet.text(dot, at, '.', label);
    at += style.lineMm;
  }
  return at;
}

/** Labels over values, so many side by side; in boxes or not. */
function drawGrid(sheet: Sheet, entries: readonly Entry[], style: PairsStyle, { x, y, width }: Place): number {
  const { label, value } = typesOf(style);
  const columns = Math.max(1, Math.min(style.columns, Math.floor(width / 34), entries.length));
  const cell = width / columns;
  const high = style.labelSize * 0.42 + style.size * 0.5 + 1.6;
  for (const [at, entry] of entries.entries()) {
    const [left, top] = [x + (at % columns) * cell, y + Math.floor(at / columns) * high];
    if (style.kind === 'boxes') sheet.frame(left, top, cell, high, 0.4);
    const inset = style.kind === 'boxes' ? 1.2 : 0;
    sheet.text(left + inset, top + style.labelSize * 0.38 + 0.4, entry.label, sheet.fitted(entry.label, label, cell - 2));
    sheet.text(
      left + inset,
      top + style.labelSize * 0.42 + style.size * 0.43 + 0.4,
      entry.value,
      sheet.fitted(entry.value, value, cell - 2),
      entry.field,
    );
  }
  return y + Math.ceil(entries.length / columns) * high + 1;
}

/** A row of labels on a grey band, values under them; a new band when the row is full. */
function drawRows(sheet: Sheet, entries: readonly Entry[], style: PairsStyle, { x, y, width }: Place): number {
  const { label, value } = typesOf(style);
  const inRow = Math.max(1, Math.min(5, Math.floor(width / 33)));
  let top = y;
  for (let first = 0; first < entries.length; first += inRow) {
    const row = entries.slice(first, first + inRow);
    const cell = width / row.length;
    const band = style.labelSize * 0.5 + 0.8;
    const head = style.shaded ? { ...label, color: rgb(0.08, 0.08, 0.08) } : label;
    if (style.shaded) sheet.fill(x, top, width, band, rgb(0.86, 0.86, 0.86));
    else sheet.rule(x, top + band, x + width, top + band, 0.5);
    for (const [at, entry] of row.entries()) {
      sheet.text(x + at * cell + 1, top + band - 1, entry.label, sheet.fitted(entry.label, head, cell - 2.5));
      sheet.text(
        x + at * cell + 1,
        top + band + style.size * 0.45 + 0.3,
        entry.value,
        sheet.fitted(entry.value, value, cell - 2.5),
        entry.field,
      );
    }
    top += band + style.size * 0.6 + 1.5;
  }
  return top;
}

/** 'Label: value' one after the other, to the end of the line. */
function drawInline(sheet: Sheet, entries: readonly Entry[], style: PairsStyle, { x, y, width }: Place): number {
  const { label, value } = typesOf(style);
  let [left, at] = [x, y + style.lineMm];
  for (const entry of entries) {
    const text = withColon(entry.label);
    const labelWidth = sheet.widthOf(text, label);
    const whole = labelWidth + 1.2 + sheet.widthOf(entry.value, value);
    if (left > x && left + whole > x + width) [left, at] = [x, at + style.lineMm];
    sheet.text(left, at, text, label);
    sheet.text(left + labelWidth + 1.2, at, entry.value, value, [entry.field, entry.fieldToo]);
    left += whole + 5;
  }
  return at + style.lineMm * 0.6;
}
