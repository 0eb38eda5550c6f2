import { rgb } from 'pdf-lib';
import { showBankgiro, showOrganisationNumber } from '../../../src/shared/domain/identifiers/index.ts';
import { buyer } from './companies.ts';
import { newSheets, type Paper } from './paper.ts';
import { dueDay, lineAmount, type PaperInvoice, sumsOf } from './paper-invoice.ts';
import { count, kronor, longDay } from './print-forms.ts';

const ink = rgb(0.12, 0.3, 0.42);
const grey = rgb(0.4, 0.4, 0.4);
const pale = rgb(0.93, 0.95, 0.96);

/** A band of colour, small grey labels above large values, VAT by rate in a table, the payment in a shaded box. */
export async function drawBanded(invoice: PaperInvoice): Promise<Uint8Array> {
  const sheets = await newSheets('helvetica');
  const paper = sheets.addSheet();
  paper.fill(0, 0, 210, 6, ink);
  paper.text(20, 24, invoice.supplier.name, { size: 20, bold: true, color: ink });
  paper.text(20, 42, invoice.type === 'credit_note' ? 'Kreditfaktura' : 'Faktura', { size: 14 });
  facts(paper, invoice);
  [buyer.name, `Att: ${buyer.unit}`, buyer.street, `${buyer.postcode} ${buyer.city}`].forEach((row, index) => {
    paper.text(118, 42 + index * 5, row, { size: 10.5 });
  });
  const bottom = lines(paper, invoice, 96);
  vatTable(paper, invoice, bottom + 8);
  payment(paper, invoice);
  paper.text(
    20,
    285,
    `${invoice.supplier.name} | ${invoice.supplier.street} | ${invoice.supplier.postcode} ${invoice.supplier.city} | ${invoice.supplier.phone}`,
    { size: 7.5, color: grey },
  );
  paper.text(
    20,
    289,
    `Org nr: ${showOrganisationNumber(invoice.supplier.organisationNumber)} | Moms nr: ${invoice.supplier.vatNumber} | Godkänd för F-skatt | info@${invoice.supplier.domain}`,
    { size: 7.5, color: grey },
  );
  return sheets.finish();
}

function facts(paper: Paper, invoice: PaperInvoice): void {
  const cells: readonly (readonly [string, string])[] = [
    ['Fakturanummer', invoice.number],
    ['Datum', longDay(invoice.issued)],
    ['Kund-id', invoice.customerNumber],
    ['Beställarreferens', invoice.buyerReference],
    ...(invoice.purchaseOrder === null ? [] : [['Inköpsorder', invoice.purchaseOrder] as const]),
  ];
  cells.forEach(([label, value], index) => {
    const x = 20 + (index % 3) * 58;
    const y = 68 + Math.floor(index / 3) * 12;
    paper.text(x, y, label, { size: 8, color: grey });
    paper.text(x, y + 5, value, { size: 11 });
  });
}

function lines(paper: Paper, invoice: PaperInvoice, top: number): number {
  paper.fill(18, top - 5, 177, 7.5, pale);
  for (const [x, text, align] of [
    [20, 'Produkt', 'left'],
    [112, 'Antal', 'right'],
    [140, 'Pris/st', 'right'],
    [162, 'Moms', 'right'],
    [193, 'Totalt', 'right'],
  ] as const) {
    paper.text(x, top, text, { size: 9, bold: true, align });
  }
  invoice.lines.forEach((line, index) => {
    const y = top + 8 + index * 6.2;
    paper.text(20, y, line.description, { size: 9.5 });
    paper.text(112, y, `${count(line.quantity)} ${line.unit}`, { size: 9.5, align: 'right' });
    paper.text(140, y, kronor(line.priceMinor), { size: 9.5, align: 'right' });
    paper.text(162, y, `${line.ratePercent} %`, { size: 9.5, align: 'right' });
    paper.text(193, y, kronor(lineAmount(line)), { size: 9.5, align: 'right' });
  });
  return top + 8 + invoice.lines.length * 6.2;
}

function vatTable(paper: Paper, invoice: PaperInvoice, top: number): void {
  const { byRate, net, vat, rounding } = sumsOf(invoice);
  const row = (y: number, cells: readonly string[], bold = false): void =>
    cells.forEach((text, index) => {
      paper.text([112, 140, 166, 193][index] ?? 193, y, text, { size: 9, align: 'right', bold });
    });
  paper.rule(90, top - 5, 195);
  row(top, ['Momssats', 'Underlag', 'Moms', 'Summa'], true);
  byRate.forEach((rate, index) => {
    row(top + 6 + index * 5.5, [
      `${rate.ratePercent} %`,
      kronor(rate.baseMinor),
      kronor(rate.vatMinor),
      kronor(rate.baseMinor + rate.vatMinor),
    ]);
  });
  const y = top + 6 + byRate.length * 5.5;
  row(y, ['Totalt', kronor(net), kronor(vat), kronor(net + vat)], true);
  if (rounding !== 0) {
    paper.text(166, y + 5.5, 'Öresavrundning', { size: 9, align: 'right' });
    paper.text(193, y + 5.5, kronor(rounding), { size: 9, align: 'right' });
  }
}

function payment(paper: Paper, invoice: PaperInvoice): void {
  const cells: readonly (readonly [string, string])[] = [
    ['Att betala', `${kronor(sumsOf(invoice).total)} kr`],
    ['Betalas senast', longDay(dueDay(invoice))],
    ['Till bankgiro', invoice.supplier.bankgiros.map(showBankgiro).join(', ')],
    ...(invoice.ocr === null ? [] : [['Ange OCR', invoice.ocr] as const]),
  ];
  paper.fill(18, 246, 177, 22, pale);
  cells.forEach(([label, value], index) => {
    paper.text(22 + index * 44, 253, label, { size: 8, color: grey });
    paper.text(22 + index * 44, 261, value, { size: 12, bold: true });
  });
  paper.text(20, 274, `Betalningsvillkor ${invoice.termsDays} dagar. Efter förfallodagen debiteras dröjsmålsränta enligt lag.`, {
    size: 8,
    color: grey,
  });
}
