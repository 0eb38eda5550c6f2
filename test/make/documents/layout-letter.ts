import { addDays } from '../../../src/shared/base/day.ts';
import { showBankgiro, showOrganisationNumber } from '../../../src/shared/domain/identifiers/index.ts';
import { buyer } from './companies.ts';
import { newSheets } from './paper.ts';
import { dueDay, type PaperInvoice, sumsOf } from './paper-invoice.ts';
import { kronor } from './print-forms.ts';

/** A reminder (betalningspåminnelse) as a letter: what is owed, the fee, and a new day to pay by. */
export async function drawReminder(reminder: PaperInvoice): Promise<Uint8Array> {
  const sheets = await newSheets('times');
  const paper = sheets.addSheet();
  const { supplier } = reminder;
  const { total } = sumsOf(reminder);
  paper.text(22, 22, supplier.name, { size: 15, bold: true });
  paper.text(22, 28, `${supplier.street}, ${supplier.postcode} ${supplier.city}`, { size: 9.5 });
  [buyer.name, buyer.unit, buyer.street, `${buyer.postcode} ${buyer.city}`].forEach((row, index) => {
    paper.text(120, 45 + index * 5.2, row, { size: 11.5 });
  });
  paper.text(22, 82, 'BETALNINGSPÅMINNELSE', { size: 17, bold: true });
  [
    `Vi har ännu inte fått betalt för fakturan nedan, som förföll ${addDays(dueDay(reminder), -15)}.`,
    'Vi ber er betala den snarast. Har betalningen redan skett kan ni bortse från det här brevet.',
  ].forEach((row, index) => {
    paper.text(22, 94 + index * 5.5, row, { size: 11.5 });
  });
  const facts: readonly (readonly [string, string])[] = [
    ['Fakturanummer', reminder.number],
    ['Fakturadatum', reminder.issued],
    ['Kapital', kronor(total - reminder.feeMinor)],
    ['Påminnelseavgift', kronor(reminder.feeMinor)],
    ['Att betala', `${kronor(total)} kr`],
    ['Betalas senast', dueDay(reminder)],
    ['Bankgiro', supplier.bankgiros.map(showBankgiro).join(', ')],
    ...(reminder.ocr === null ? [] : [['OCR', reminder.ocr] as const]),
  ];
  facts.forEach(([label, value], index) => {
    paper.text(22, 116 + index * 7, label, { size: 11.5 });
    paper.text(80, 116 + index * 7, value, { size: 11.5, bold: label === 'Att betala' });
  });
  paper.text(22, 190, 'Med vänlig hälsning', { size: 11.5 });
  paper.text(22, 197, reminder.ourReference, { size: 11.5 });
  paper.rule(22, 277, 188);
  paper.text(
    105,
    283,
    `Org.nr ${showOrganisationNumber(supplier.organisationNumber)}   Momsreg.nr ${supplier.vatNumber}   Telefon ${supplier.phone}   www.${supplier.domain}`,
    { size: 9, align: 'centre' },
  );
  return sheets.finish();
}
