import { rgb } from 'pdf-lib';
import type { FieldName } from '../../../src/shared/domain/invoice-fields/index.ts';
import { totalOf } from './entries.ts';
import type { Layout } from './layout.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { Sheet } from './sheets.ts';

type Sum = { readonly label: string; readonly value: string; readonly field?: FieldName; readonly isTotal?: boolean };

/** VAT by rate, the sums and what is to be paid. Gives the y below. */
export function drawSums(sheet: Sheet, facts: PaperFacts, layout: Layout, y: number): number {
  const odds = layout.oddsFor('sums');
  const kind = odds.weighted({ right: 58, left: 8, strip: 22, wide: 12 });
  const vatTable = odds.weighted({ before: 20, beside: 18, 'as rows': 30, none: 32 });
  const several = facts.sums.byRate.length > 1;
  const sums = sumsToPrint(facts, layout, { byRate: vatTable === 'as rows' || (vatTable === 'none' && several) });
  const framed = odds.often(0.2);
  let top = y + 2;
  if (odds.often(0.4)) sheet.rule(layout.left, top, layout.right, top, 0.6);
  if (vatTable === 'before') top = drawVatTable(sheet, facts, layout, { x: layout.left, y: top + 2 });
  const besideEnd =
    vatTable === 'beside' && kind === 'right' ? drawVatTable(sheet, facts, layout, { x: layout.left, y: top + 1 }) : top;
  if (vatTable === 'beside' && kind !== 'right') top = drawVatTable(sheet, facts, layout, { x: layout.left, y: top + 2 });
  if (facts.reverseCharge) {
    const note = facts.english
      ? 'Reverse charge'
      : odds.pick([
          'Omvänd skattskyldighet',
          'Omvänd betalningsskyldighet, köparen redovisar momsen',
          'Omvänd byggmoms',
        ] as const);
    const type = sheet.fitted(note, { size: layout.base - 1 }, 80);
    if (kind === 'right') sheet.text(layout.left, besideEnd + 5, note, type);
    else {
      top += 5;
      sheet.text(layout.left, top, note, type);
    }
  }
  if (kind === 'strip') return drawStrip(sheet, sums, layout, top + 2);
  const width = kind === 'wide' ? layout.right - layout.left : odds.between(66, vatTable === 'beside' ? 74 : 92);
  const x = kind === 'left' || kind === 'wide' ? layout.left : layout.right - width;
  const bottom = drawColumn(sheet, sums, layout, { x, y: top + 2, width });
  if (framed) sheet.frame(x - 1.5, top, width + 3, bottom - top + 1);
  return bottom + 3;
}

function sumsToPrint(facts: PaperFacts, layout: Layout, { byRate }: { readonly byRate: boolean }): readonly Sum[] {
  const odds = layout.oddsFor('which sums');
  const { sums, currency } = facts;
  const { words, print } = layout;
  const money = (minor: number, always = false): string =>
    always || odds.often(0.25) ? print.money(minor, currency) : print.amount(minor);
  const rows: Sum[] = [];
  const hideNet = odds.often(0.06);
  const hidesNoVat = odds.often(0.5);
  const zeroRounding = odds.often(0.12);
  const withRate = odds.often(0.5);
  const saysGross = odds.often(0.12);
  const of = facts.english ? 'of' : odds.pick(['på', 'av'] as const);
  if (!hideNet || byRate) rows.push({ label: words.net, value: money(sums.net), field: 'netMinor' });
  if (byRate) {
    const plain = words.vat.replace(/ ?25%/, '');
    for (const { ratePercent, baseMinor, vatMinor } of sums.byRate) {
      if (ratePercent === 0 && sums.byRate.length > 1) continue;
      const label = withRate
        ? `${plain} ${ratePercent} % ${of} ${print.amount(baseMinor)}`
        : `${plain} ${print.rate(ratePercent)}${print.rate(ratePercent).includes('%') ? '' : '%'}`;
      rows.push({ label, value: money(vatMinor), ...(sums.byRate.length === 1 && { field: 'vatMinor' }) });
    }
    const several = sums.byRate.filter(({ ratePercent }) => ratePercent > 0).length > 1;
    if (several)
      rows.push({
        label: facts.english ? 'Total VAT' : odds.pick(['Summa moms', 'Moms totalt', 'Totalt moms'] as const),
        value: money(sums.vat),
        field: 'vatMinor',
      });
  } else if (sums.vat !== 0 || !hidesNoVat) {
    const label = /25/.test(words.vat) && sums.byRate[0]?.ratePercent !== 25 ? 'Moms' : words.vat;
    rows.push({
      label: sums.byRate.length === 1 && withRate && !/25/.test(label) ? `${label} ${sums.byRate[0]?.ratePercent}%` : label,
      value: money(sums.vat),
      field: 'vatMinor',
    });
  }
  if (saysGross && sums.rounding !== 0)
    rows.push({ label: facts.english ? 'Total incl. VAT' : 'Summa inkl. moms', value: money(sums.total - sums.rounding) });
  if (sums.rounding !== 0 || (zeroRounding && facts.supplier.roundsToKronor))
    rows.push({ label: words.rounding, value: print.amount(sums.rounding), field: 'roundingMinor' });
  rows.push({
    label: facts.type === 'credit_note' && odds.often(0.6) && !facts.english ? 'Att erhålla' : words.total,
    value: money(totalOf(facts), odds.often(0.7)),
    field: 'totalMinor',
    isTotal: true,
  });
  return rows;
}

type Place = { readonly x: number; readonly y: number; readonly width: number };

function drawColumn(sheet: Sheet, sums: readonly Sum[], layout: Layout, { x, y, width }: Place): number {
  const odds = layout.oddsFor('sums column');
  const size = layout.base + odds.pick([0, 0, 0.5, 1]);
  const step = size * odds.between(0.48, 0.68);
  const bigTotal = odds.weighted({ same: 3, bold: 5, large: 3, filled: 1.5 });
  const labelsRight = odds.often(0.15);
  const colon = odds.often(0.3) ? ':' : '';
  let at = y + step;
  for (const sum of sums) {
    const isBig = sum.isTotal === true && bigTotal !== 'same';
    const type = { size: sum.isTotal && bigTotal === 'large' ? size + 2.5 : size, bold: isBig };
    if (isBig && bigTotal === 'large') at += 2;
    const dark = isBig && bigTotal === 'filled';
    if (dark) sheet.fill(x - 1, at - step * 0.8, width + 2, step * 1.15, rgb(0.88, 0.88, 0.88));
    const value = sheet.widthOf(sum.value, type);
    if (labelsRight) sheet.text(x + width - Math.max(value, 28) - 4, at, `${sum.label}${colon}`, { ...type, align: 'right' });
    else
      sheet.text(
        Math.min(x, x + width - value - 3 - sheet.widthOf(`${sum.label}${colon}`, type)),
        at,
        `${sum.label}${colon}`,
        type,
      );
    sheet.text(x + width, at, sum.value, { ...type, align: 'right' }, sum.field);
    at += step;
  }
  return at;
}

/** Labels side by side over their amounts. */
function drawStrip(sheet: Sheet, sums: readonly Sum[], layout: Layout, y: number): number {
  const odds = layout.oddsFor('sums strip');
  const boxed = odds.often(0.5);
  const grey = odds.often(0.4);
  const size = layout.base;
  const shortened = sums.length > 5 ? sums.filter((sum) => sum.field !== undefined || sum.isTotal) : sums;
  const cell = (layout.right - layout.left) / shortened.length;
  const alignRight = odds.often(0.6);
  const boldTotal = odds.often(0.6);
  const high = size * 1.15;
  if (grey) sheet.fill(layout.left, y, layout.right - layout.left, high * 0.5, rgb(0.88, 0.88, 0.88));
  for (const [at, sum] of shortened.entries()) {
    const x = layout.left + at * cell;
    if (boxed) sheet.frame(x, y, cell, high, 0.4);
    const small = { size: Math.min(size - 1.5, ((size - 1.5) * (cell - 3)) / sheet.widthOf(sum.label, { size: size - 1.5 })) };
    sheet.text(alignRight ? x + cell - 1.5 : x + 1.5, y + high * 0.4, sum.label, {
      ...small,
      align: alignRight ? 'right' : 'left',
    });
    sheet.text(
      alignRight ? x + cell - 1.5 : x + 1.5,
      y + high * 0.86,
      sum.value,
      { size, bold: boldTotal && sum.isTotal === true, align: alignRight ? 'right' : 'left' },
      sum.field,
    );
  }
  return y + high + 3;
}

/** With one rate, the table's own columns are the invoice's sums. */
const sumInColumn: readonly (FieldName | undefined)[] = [undefined, 'netMinor', 'vatMinor'];

function drawVatTable(
  sheet: Sheet,
  facts: PaperFacts,
  layout: Layout,
  { x, y }: { readonly x: number; readonly y: number },
): number {
  const odds = layout.oddsFor('vat table');
  const heads = facts.english
    ? (['VAT %', 'Net', 'VAT'] as const)
    : odds.pick<readonly [string, string, string]>([
        ['Moms%', 'Underlag', 'Moms'],
        ['Momssats', 'Netto', 'Momsbelopp'],
        ['Moms %', 'Belopp exkl', 'Moms kr'],
        ['Sats', 'Beskattningsbart', 'Moms'],
        ['Momskod', 'Momsunderlag', 'Moms'],
      ]);
  const withGross = odds.often(0.25);
  const size = layout.base - odds.pick([0.5, 1, 1.5]);
  const step = size * 0.52;
  const ends = [x + 16, x + 44, x + 68, x + 92];
  const rows = facts.sums.byRate.map(({ ratePercent, baseMinor, vatMinor }) => [
    layout.print.rate(ratePercent),
    layout.print.amount(baseMinor),
    layout.print.amount(vatMinor),
    layout.print.amount(baseMinor + vatMinor),
  ]);
  const gross = facts.english ? 'Gross' : 'Totalt';
  for (const [at, head] of [...heads, ...(withGross ? [gross] : [])].entries())
    sheet.text(ends[at] ?? x, y + step, head, { size, bold: true, align: 'right' });
  for (const [row, cells] of rows.entries())
    for (const [at, text] of cells.slice(0, withGross ? 4 : 3).entries())
      sheet.text(
        ends[at] ?? x,
        y + (row + 2) * step,
        text,
        { size, align: 'right' },
        rows.length === 1 ? sumInColumn[at] : undefined,
      );
  return y + (rows.length + 2) * step;
}
