import { showBankgiro, showOrganisationNumber, showPlusgiro } from '../../../src/shared/domain/identifiers/index.ts';
import { buyer } from './companies.ts';
import { newSheets, type Paper } from './paper.ts';
import { dueDay, lineAmount, type PaperInvoice, sumsOf } from './paper-invoice.ts';
import { count, kronor } from './print-forms.ts';

/** Labels above their values in ruled boxes, and the sums in one boxed row across the page. Times. */
export async function drawBoxed(invoice: PaperInvoice): Promise<Uint8Array> {
  const sheets = await newSheets('times');
  const paper = sheets.addSheet();
  const { supplier } = invoice;
  paper.text(15, 20, invoice.type === 'credit_note' ? 'Kreditnota' : 'Faktura', { size: 22, bold: true });
  paper.text(195, 18, supplier.name, { size: 15, bold: true, align: 'right' });
  paper.text(195, 24, `${supplier.street}, ${supplier.postcode} ${supplier.city}`, { size: 9, align: 'right' });
  boxes(paper, 32, [
    ['Fakturanummer', invoice.number, 45],
    ['Fakturadatum', invoice.issued, 45],
    ['Förfallodag', dueDay(invoice), 45],
    ['Kundnummer', invoice.customerNumber, 45],
  ]);
  boxes(paper, 43, [
    ['Er referens', invoice.buyerReference, 60],
    ['Ert ordernummer', invoice.purchaseOrder ?? '', 60],
    ['Betalningsvillkor', `${invoice.termsDays} dagar`, 60],
  ]);
  [buyer.name, buyer.unit, buyer.street, `${buyer.postcode} ${buyer.city}`].forEach((row, index) => {
    paper.text(120, 68 + index * 5, row, { size: 11 });
  });
  lines(paper, invoice);
  sums(paper, invoice);
  foot(paper, invoice);
  return sheets.finish();
}

function boxes(paper: Paper, top: number, cells: readonly (readonly [label: string, value: string, width: number])[]): void {
  let x = 15;
  for (const [label, value, width] of cells) {
    paper.frame(x, top, width, 11);
    paper.text(x + 1.5, top + 3.6, label, { size: 7.5 });
    paper.text(x + 1.5, top + 9, value, { size: 11 });
    x += width;
  }
}

function lines(paper: Paper, invoice: PaperInvoice): void {
  const top = 100;
  paper.frame(15, top - 5, 180, 7);
  for (const [x, text, align] of [
    [17, 'Beskrivning', 'left'],
    [130, 'Antal', 'right'],
    [160, 'Pris', 'right'],
    [193, 'Summa', 'right'],
  ] as const) {
    paper.text(x, top, text, { size: 10, bold: true, align });
  }
  invoice.lines.forEach((line, index) => {
    const y = top + 9 + index * 6;
    paper.text(17, y, line.description, { size: 10.5 });
    paper.text(130, y, `${count(line.quantity)} ${line.unit}`, { size: 10.5, align: 'right' });
    paper.text(160, y, kronor(line.priceMinor), { size: 10.5, align: 'right' });
    paper.text(193, y, kronor(lineAmount(line)), { size: 10.5, align: 'right' });
  });
}

function sums(paper: Paper, invoice: PaperInvoice): void {
  const { net, vat, rounding, total, byRate } = sumsOf(invoice);
  const cells: readonly (readonly [string, string, number])[] = [
    ['Netto', kronor(net), 36],
    ['Moms %', byRate.length === 1 ? String(byRate[0]?.ratePercent ?? '') : 'se spec.', 24],
    ['Moms kr', kronor(vat), 34],
    ['Öresutjämning', kronor(rounding), 34],
    ['ATT BETALA', `SEK ${kronor(total)}`, 52],
  ];
  boxes(paper, 222, cells);
}

function foot(paper: Paper, { supplier, ourReference, ocr }: PaperInvoice): void {
  const giros = [
    ...supplier.bankgiros.map((one) => `Bankgiro ${showBankgiro(one)}`),
    ...supplier.plusgiros.map((one) => `Plusgiro ${showPlusgiro(one)}`),
  ];
  paper.text(15, 242, `${giros.join('     ')}${ocr === null ? '' : `     Betalningsreferens (OCR): ${ocr}`}`, {
    size: 11,
    bold: true,
  });
  paper.text(
    15,
    249,
    `Vår referens: ${ourReference}. Vid försenad betalning debiteras dröjsmålsränta. Vid påminnelse debiteras 60 kr.`,
    { size: 9 },
  );
  paper.rule(15, 276, 195);
  paper.text(
    105,
    281,
    `${supplier.name}   Organisationsnummer ${showOrganisationNumber(supplier.organisationNumber)}   Momsregistreringsnummer ${supplier.vatNumber}`,
    { size: 9, align: 'centre' },
  );
  paper.text(105, 286, `Tel ${supplier.phone}   www.${supplier.domain}   Innehar F-skattebevis`, { size: 9, align: 'centre' });
}
