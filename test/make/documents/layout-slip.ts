import { modulus10Digit } from '../../../src/shared/base/check-digits.ts';
import { showBankgiro, showOrganisationNumber, showPlusgiro } from '../../../src/shared/domain/identifiers/index.ts';
import { buyer } from './companies.ts';
import { newSheets, type Paper } from './paper.ts';
import { dueDay, lineAmount, type PaperInvoice, sumsOf } from './paper-invoice.ts';
import { count, kronor } from './print-forms.ts';

/** A typewriter's invoice with the giro slip as the last third of the page and the payment line at its foot. */
export async function drawWithSlip(invoice: PaperInvoice): Promise<Uint8Array> {
  const sheets = await newSheets('courier');
  const paper = sheets.addSheet();
  head(paper, invoice);
  lines(paper, invoice);
  slip(paper, invoice);
  return sheets.finish();
}

function head(paper: Paper, invoice: PaperInvoice): void {
  const { supplier } = invoice;
  [supplier.name, supplier.street, `${supplier.postcode} ${supplier.city}`, `Tel ${supplier.phone}`].forEach((row, index) => {
    paper.text(18, 18 + index * 4.6, row, { size: index === 0 ? 12 : 9.5, bold: index === 0 });
  });
  paper.text(118, 18, 'F A K T U R A', { size: 14, bold: true });
  [
    `Faktura nr:     ${invoice.number}`,
    `Datum:          ${invoice.issued}`,
    `Förf.datum:     ${dueDay(invoice)}`,
    `Er ref:         ${invoice.buyerReference}`,
  ].forEach((row, index) => {
    paper.text(118, 26 + index * 4.8, row, { size: 9.5 });
  });
  [buyer.name, buyer.unit, buyer.street, `${buyer.postcode} ${buyer.city}`].forEach((row, index) => {
    paper.text(118, 56 + index * 4.8, row, { size: 10 });
  });
  paper.text(18, 56, `Org.nr ${showOrganisationNumber(supplier.organisationNumber)}`, { size: 9 });
  paper.text(18, 60.5, `VAT nr ${supplier.vatNumber}`, { size: 9 });
  paper.text(18, 65, 'Godkänd för F-skatt', { size: 9 });
}

function lines(paper: Paper, invoice: PaperInvoice): void {
  const row = (y: number, cells: readonly [string, string, string, string], bold = false): void => {
    paper.text(18, y, cells[0], { size: 9.5, bold });
    paper.text(120, y, cells[1], { size: 9.5, bold, align: 'right' });
    paper.text(155, y, cells[2], { size: 9.5, bold, align: 'right' });
    paper.text(192, y, cells[3], { size: 9.5, bold, align: 'right' });
  };
  row(88, ['Specifikation', 'Antal', 'A-pris', 'Belopp'], true);
  invoice.lines.forEach((line, index) => {
    row(95 + index * 5.4, [
      line.description,
      `${count(line.quantity)} ${line.unit}`,
      kronor(line.priceMinor),
      kronor(lineAmount(line)),
    ]);
  });
  const { net, byRate, rounding, total } = sumsOf(invoice);
  const sums: readonly (readonly [string, number])[] = [
    ['Netto', net],
    ...byRate.map((rate) => [`Moms ${rate.ratePercent}%`, rate.vatMinor] as const),
    ...(rounding === 0 ? [] : [['Öresavr.', rounding] as const]),
    ['Summa att betala', total],
  ];
  sums.forEach(([label, amount], index) => {
    paper.text(118, 150 + index * 5.6, label, { size: 10, bold: index === sums.length - 1 });
    paper.text(192, 150 + index * 5.6, kronor(amount), { size: 10, bold: index === sums.length - 1, align: 'right' });
  });
}

function slip(paper: Paper, invoice: PaperInvoice): void {
  const { supplier } = invoice;
  const [bankgiro = ''] = supplier.bankgiros;
  const { total } = sumsOf(invoice);
  const digits = String(total).padStart(3, '0');
  paper.rule(5, 198, 205, 0.4);
  paper.text(18, 205, 'INBETALNING / GIRERING', { size: 11, bold: true });
  paper.text(110, 205, `Betalas senast ${dueDay(invoice)}`, { size: 9.5 });
  const cells: readonly (readonly [number, number, string, string])[] = [
    [18, 216, 'Betalningsavsändare', `${buyer.name}, ${buyer.unit}`],
    [110, 216, 'Betalningsmottagare', supplier.name],
    [110, 229, 'Till bankgiro nr', showBankgiro(bankgiro)],
    [155, 229, 'Plusgiro', supplier.plusgiros.map(showPlusgiro).join(' ')],
    [18, 229, 'OCR-nummer', invoice.ocr ?? ''],
    [18, 242, 'Kronor', digits.slice(0, -2)],
    [60, 242, 'öre', digits.slice(-2)],
  ];
  for (const [x, y, label, value] of cells) {
    paper.text(x, y, label, { size: 7.5 });
    paper.text(x, y + 5, value, { size: 10.5 });
  }
  paper.text(18, 262, 'Var god gör inga ändringar, och skriv eller stämpla inte på raden nedan. Den läses maskinellt.', {
    size: 7,
  });
  const line = `#  ${invoice.ocr ?? ''} #  ${digits.slice(0, -2)} ${digits.slice(-2)}   ${modulus10Digit(digits)} >     ${bankgiro}#41#`;
  paper.text(105, 277, line, { size: 12, mono: true, align: 'centre' });
}
