import { PDFDocument, StandardFonts } from 'pdf-lib';

/** A small born-digital invoice from Exempelbolaget, as a PDF. */
export async function anInvoicePdf({
  number = '10045',
  total = '1 250,00',
  net = '1 000,00',
  vat = '250,00',
  subject = '',
  reference = 'Karin Ek',
  referenceLabel = 'Er referens',
  pages = 1,
} = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setSubject(subject); // other bytes, same page
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const put = (x: number, y: number, text: string, size = 10) => page.drawText(text, { x, y, size, font });
  page.drawText('Exempelbolaget AB', { x: 50, y: 780, size: 18, font: bold });
  put(50, 762, 'Exempelgatan 1, 111 11 Exempelstad');
  page.drawText('FAKTURA', { x: 400, y: 780, size: 18, font: bold });
  const rows: readonly (readonly [string, string])[] = [
    ['Fakturanummer', number],
    ['Fakturadatum', '2026-11-02'],
    ['Förfallodatum', '2026-12-02'],
    ['OCR-nummer', '10023489'],
    [referenceLabel, reference],
  ];
  rows.forEach(([label, value], place) => {
    put(340, 740 - place * 16, `${label}:`);
    put(450, 740 - place * 16, value);
  });
  put(50, 560, 'Konsulttimmar november');
  put(480, 560, net);
  const sums: readonly (readonly [string, string])[] = [
    ['Netto', net],
    ['Moms 25 %', vat],
    ['Att betala SEK', total],
  ];
  sums.forEach(([label, value], place) => {
    put(340, 500 - place * 16, label);
    put(480, 500 - place * 16, value);
  });
  put(50, 80, 'Bankgiro: 991-2346');
  put(220, 80, 'Organisationsnummer: 556677-8899');
  put(420, 80, 'Momsreg.nr: SE556677889901');
  put(50, 64, 'Godkänd för F-skatt');
  for (let more = 2; more <= pages; more += 1)
    pdf.addPage([595, 842]).drawText(`Bilaga, blad ${more}`, { x: 50, y: 780, size: 18, font });
  return pdf.save();
}
