import { showBankgiro, showIban, showOrganisationNumber, showPlusgiro } from '../../../src/shared/domain/identifiers/index.ts';
import { buyer } from './companies.ts';
import { newSheets, type Paper } from './paper.ts';
import { dueDay, lineAmount, type PaperInvoice, type PaperLine, sumsOf } from './paper-invoice.ts';
import { count, kronor } from './print-forms.ts';

const linesOnFirst = 22;

/** Labels left of their values, a ruled table, sums in a column at the right, the company's facts at the foot. One or two pages. */
export async function drawClassic(invoice: PaperInvoice): Promise<Uint8Array> {
  const sheets = await newSheets('helvetica');
  const parts =
    invoice.lines.length > linesOnFirst
      ? [invoice.lines.slice(0, linesOnFirst), invoice.lines.slice(linesOnFirst)]
      : [invoice.lines];
  parts.forEach((lines, index) => {
    const paper = sheets.addSheet();
    heading(paper, invoice, `Sida ${index + 1} av ${parts.length}`);
    if (index === 0) address(paper);
    const bottom = table(paper, lines, index === 0 ? 112 : 60);
    if (index === parts.length - 1) sums(paper, invoice, Math.max(bottom + 8, index === 0 ? 190 : 110));
    else paper.text(195, bottom + 8, 'Fortsättning på nästa sida', { size: 9, align: 'right' });
    foot(paper, invoice);
  });
  return sheets.finish();
}

function heading(paper: Paper, invoice: PaperInvoice, sheet: string): void {
  paper.text(18, 22, invoice.supplier.name, { size: 17, bold: true });
  paper.text(125, 22, invoice.type === 'credit_note' ? 'KREDITFAKTURA' : 'FAKTURA', { size: 17, bold: true });
  paper.text(195, 12, sheet, { size: 8, align: 'right' });
  const facts: readonly (readonly [string, string])[] = [
    ['Fakturanr', invoice.number],
    ['Fakturadatum', invoice.issued],
    ['Kundnr', invoice.customerNumber],
    ['Förfallodatum', dueDay(invoice)],
    ...(invoice.ocr === null ? [] : [['OCR-nr', invoice.ocr] as const]),
  ];
  facts.forEach(([label, value], index) => {
    paper.text(125, 30 + index * 5.2, label, { size: 9.5 });
    paper.text(162, 30 + index * 5.2, value, { size: 9.5, bold: label === 'Fakturanr' });
  });
}

function address(paper: Paper): void {
  paper.text(125, 64, 'Fakturaadress', { size: 8 });
  [buyer.name, buyer.unit, buyer.street, `${buyer.postcode} ${buyer.city}`].forEach((row, index) => {
    paper.text(125, 69 + index * 5, row, { size: 10.5 });
  });
}

function table(paper: Paper, lines: readonly PaperLine[], top: number): number {
  const heads: readonly (readonly [number, string, 'left' | 'right'])[] = [
    [18, 'Artnr', 'left'],
    [42, 'Benämning', 'left'],
    [128, 'Antal', 'right'],
    [133, 'Enhet', 'left'],
    [165, 'À-pris', 'right'],
    [195, 'Belopp', 'right'],
  ];
  for (const [x, text, align] of heads) paper.text(x, top, text, { size: 9, bold: true, align });
  paper.rule(18, top + 2, 195);
  lines.forEach((line, index) => {
    const y = top + 8 + index * 5.6;
    paper.text(18, y, line.article, { size: 9.5 });
    paper.text(42, y, line.description, { size: 9.5 });
    paper.text(128, y, count(line.quantity), { size: 9.5, align: 'right' });
    paper.text(133, y, line.unit, { size: 9.5 });
    paper.text(165, y, kronor(line.priceMinor), { size: 9.5, align: 'right' });
    paper.text(195, y, kronor(lineAmount(line)), { size: 9.5, align: 'right' });
  });
  return top + 8 + lines.length * 5.6;
}

function sums(paper: Paper, invoice: PaperInvoice, top: number): void {
  const { net, byRate, rounding, total } = sumsOf(invoice);
  const references: readonly string[] = [
    `Er referens: ${invoice.buyerReference}`,
    ...(invoice.purchaseOrder === null ? [] : [`Ert ordernr: ${invoice.purchaseOrder}`]),
    `Vår referens: ${invoice.ourReference}`,
    `Betalningsvillkor: ${invoice.termsDays} dagar netto`,
    'Dröjsmålsränta enligt räntelagen',
  ];
  references.forEach((row, index) => {
    paper.text(18, top + index * 5.2, row, { size: 9.5 });
  });
  const rows: readonly (readonly [string, number])[] = [
    ['Summa exkl. moms', net],
    ...byRate.map((rate) => [`Moms ${rate.ratePercent} %`, rate.vatMinor] as const),
    ...(rounding === 0 ? [] : [['Öresavrundning', rounding] as const]),
  ];
  rows.forEach(([label, amount], index) => {
    paper.text(128, top + index * 5.6, label, { size: 9.5 });
    paper.text(195, top + index * 5.6, kronor(amount), { size: 9.5, align: 'right' });
  });
  const y = top + rows.length * 5.6;
  paper.rule(128, y - 1.5, 195);
  const pay = invoice.type === 'credit_note' ? 'Er tillgodo SEK' : 'Att betala SEK';
  paper.text(128, y + 5, pay, { size: 12, bold: true });
  paper.text(195, y + 5, kronor(total), { size: 12, bold: true, align: 'right' });
}

function foot(paper: Paper, { supplier }: PaperInvoice): void {
  paper.rule(18, 268, 195);
  const columns: readonly (readonly [number, readonly string[]])[] = [
    [18, ['Adress', supplier.name, supplier.street, `${supplier.postcode} ${supplier.city}`]],
    [75, ['Telefon', supplier.phone, 'E-post', `faktura@${supplier.domain}`]],
    [
      122,
      [
        'Bankgiro',
        ...supplier.bankgiros.map(showBankgiro),
        ...supplier.plusgiros.flatMap((one) => ['Plusgiro', showPlusgiro(one)]),
        ...supplier.ibans.flatMap((one) => ['IBAN', showIban(one)]),
      ],
    ],
    [165, ['Org.nr', showOrganisationNumber(supplier.organisationNumber), 'Momsreg.nr', supplier.vatNumber]],
  ];
  for (const [x, rows] of columns) {
    rows.forEach((row, index) => {
      paper.text(x, 273 + index * 4.2, row, {
        size: 8,
        bold: /^(Adress|Telefon|E-post|Bankgiro|Plusgiro|IBAN|Org|Momsreg)/.test(row),
      });
    });
  }
  paper.text(165, 273 + 4 * 4.2, 'Godkänd för F-skatt', { size: 8 });
}
