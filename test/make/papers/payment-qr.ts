import { drawCode } from './codes.ts';
import { totalOf } from './entries.ts';
import type { Layout } from './layout.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { Sheet } from './sheets.ts';

/**
 * What a Swedish payment code holds. Source: UsingQR, "Format specification", revision 2 (June 2014): JSON in a QR code; `tp` 1 invoice,
 * 2 credit note; days as YYYYMMDD, amounts with a decimal point; `pt` says what `acc` is: BG, PG, IBAN.
 */
export function usingQrText(facts: PaperFacts, style: number): string | undefined {
  const { supplier, type } = facts;
  const account =
    supplier.bankgiro !== null
      ? ['BG', dashed(supplier.bankgiro)]
      : supplier.plusgiro !== null
        ? ['PG', dashed(supplier.plusgiro, 1)]
        : supplier.iban !== null
          ? ['IBAN', supplier.iban]
          : undefined;
  if (account === undefined || supplier.organisationNumber === null || (type !== 'invoice' && type !== 'credit_note'))
    return undefined;
  const [pt, acc] = account;
  const decimal = (minor: number): string => (Math.abs(minor) / 100).toFixed(2);
  const amount = (minor: number): string | number => (style % 2 === 0 ? Number(decimal(minor)) : decimal(minor));
  return JSON.stringify({
    uqr: 1,
    tp: type === 'invoice' ? 1 : 2,
    nme: supplier.name,
    cid: dashed(supplier.organisationNumber),
    iref: facts.ocr ?? facts.number,
    ...(facts.earlier !== null && { cr: facts.earlier }),
    idt: facts.issued.replaceAll('-', ''),
    ddt: facts.due.replaceAll('-', ''),
    due: amount(totalOf(facts)),
    ...(style % 3 !== 0 && { vat: amount(facts.sums.vat) }),
    ...(facts.currency !== 'SEK' && { cur: facts.currency }),
    pt,
    acc,
  });
}

const dashed = (digits: string, last = 4): string => `${digits.slice(0, -last)}-${digits.slice(-last)}`;

/** Draws the code in the free band of the sheet, when this supplier prints one and it has room. */
export async function drawQr(
  sheet: Sheet,
  facts: PaperFacts,
  layout: Layout,
  free: { readonly from: number; readonly to: number },
): Promise<void> {
  const odds = layout.oddsFor('qr');
  const prints = odds.often(0.14);
  const text = usingQrText(facts, odds.whole(0, 5));
  const size = odds.between(20, 28);
  if (!prints || text === undefined || free.from + size > free.to) return;
  const x = odds.often(0.5) ? layout.right - size : odds.between(layout.left, layout.right - size);
  await sheet.picture(await drawCode(text, 'QRCode'), x, free.from, size, size);
}
