import type { Day } from '../../../src/shared/base/day.ts';
import {
  parseBankgiro,
  parseIban,
  parseOcrReference,
  parseOrganisationNumber,
  parsePlusgiro,
} from '../../../src/shared/domain/identifiers/index.ts';
import { type FieldName, type FieldValue, fieldNames, readTypedValue } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { ReadFields } from './judge-fields.ts';

/**
 * The reference: what a plain script makes of the native engine's text, with label patterns as one writes them in an afternoon. A label,
 * then the value on its line or else under it; amounts and days are parsed as we parse what a clerk types.
 */
export function readByPatterns(lines: readonly string[]): ReadFields {
  const text = lines.join('\n');
  const found: { [Name in FieldName]: FieldValue | undefined } = {
    supplierName: first(
      lines,
      /([A-ZÅÄÖ][\p{L}&. -]+ (?:AB|HB|KB|Aktiebolag|Handelsbolag|Ltd|GmbH|A\/S|AS|Oy|ApS|B\.V\.)(?: \(publ\))?)/u,
    ),
    organisationNumber: checked(text.match(/\b\d{6}-\d{4}\b/g), parseOrganisationNumber),
    vatNumber: text.match(/\bSE ?(\d{10}01)\b/)?.[0]?.replace(' ', ''),
    invoiceNumber: afterLabel(
      lines,
      /\b(?:faktura ?(?:nummer|nr|-nr)|fakt\.? ?nr|invoice (?:number|no))\.?:?/i,
      /[A-Z]{0,4}-?\d[\w/-]*/,
    )?.replace(/[.,:]$/, ''),
    invoiceDate: dayAfter(
      lines,
      /\b(?:fakturadatum|fakturadag|fakt\.? ?datum|faktureringsdatum|utfärdad|utställd|invoice date|datum|date)\b\.?:?/i,
    ),
    dueDate: dayAfter(
      lines,
      /\b(?:förfallo(?:datum|dag)|förf\.? ?datum|betalas senast|oss tillhanda(?: senast)?|sista betalningsdag|due date|betalningsdag|förfaller(?: den)?)\b\.?:?/i,
    ),
    ocrReference: checked(
      [afterLabel(lines, /\b(?:OCR|referensnummer|betalningsreferens)[-\w/ ]{0,12}:?/i, /\d[\d ]{3,25}\d/) ?? ''],
      parseOcrReference,
    ),
    bankgiro: checked([afterLabel(lines, /\b(?:bankgiro|BG)[-\w ]{0,7}:?/i, /\d{3,4}-\d{4}/) ?? ''], parseBankgiro),
    plusgiro: checked([afterLabel(lines, /\b(?:plus ?giro|postgiro|PG)[-\w ]{0,7}:?/i, /\d[\d ]{1,8}-\d/) ?? ''], parsePlusgiro),
    iban: checked(text.match(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g), parseIban),
    netMinor: amountAfter(
      lines,
      /\b(?:netto(?:belopp)?|(?:summa|belopp|totalt) exkl\.? ?moms|exkl\.? moms|delsumma|subtotal|net amount|varuvärde)\b\.?:?/i,
    ),
    vatMinor: amountAfter(lines, /\b(?:moms(?:belopp)?|mervärdesskatt|VAT)\b[ \d,%]*:?/i),
    roundingMinor: amountAfter(lines, /(?:öres(?:avrundning|utjämning|avr)|avrundning|rounding)\.?:?/i),
    totalMinor: amountAfter(
      lines,
      /\b(?:att betala|summa att betala|totalbelopp|totalt|slutsumma|total(?: due)?|amount due|fakturabelopp)\b[ \w.]{0,14}:?/i,
    ),
    currency: /\b(EUR|NOK|DKK|GBP|USD)\b/.exec(text)?.[1] ?? 'SEK',
    buyerReference: afterLabel(
      lines,
      /\b(?:er ref(?:erens)?|beställare|your ref(?:erence)?|märkning|kundens referens)\b\.?:?/i,
      /[\p{L}\d][\p{L}\d -]*?(?= {2}|$)/u,
    ),
    purchaseOrderNumber: afterLabel(
      lines,
      /\b(?:er order|ert ordern(?:umme)?r|inköpsorder(?:nr)?|beställningsn(?:umme)?r|best\.? ?nr|PO (?:number|no)|purchase order|your order)\b\.?:?/i,
      /[A-Z]{0,3}-?\d[\w-]*/,
    ),
  };
  return Object.fromEntries(
    fieldNames.map((name) => [name, { value: found[name] ?? null, state: 'check', confidence: 0.5, evidence: [] }]),
  );
}

const first = (lines: readonly string[], pattern: RegExp): string | undefined =>
  lines.map((line) => pattern.exec(line)?.[1]).find((name) => name !== undefined);

/** What fits the form after a label on its line, or else on the line under it at about the same place. */
function afterLabel(lines: readonly string[], label: RegExp, form: RegExp): string | undefined {
  for (const [at, line] of lines.entries()) {
    const match = label.exec(line);
    if (match === null) continue;
    const right = new RegExp(`^ {0,40}(${form.source})`, form.flags).exec(line.slice(match.index + match[0].length))?.[1];
    if (right !== undefined) return right.trim();
    const columns = line.slice(0, match.index).split(/ {2,}/).length - 1;
    const under = (lines[at + 1] ?? '').split(/ {2,}/)[columns] ?? '';
    const value = new RegExp(`^(${form.source})`, form.flags).exec(under.trim())?.[1];
    if (value !== undefined) return value.trim();
  }
  return undefined;
}

const dayForm = /\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{2}|\d{8}|\d{1,2}[./]\d{1,2}[./ ]\d{2,4}|\d{1,2} \p{L}+ \d{4}/u;
const amountForm = /(?:SEK|EUR|kr)? ?-?\d{1,3}(?:[ .,]?\d{3})*[,.:]\d{2}-?/;

function dayAfter(lines: readonly string[], label: RegExp): string | undefined {
  const read = readTypedValue('day', afterLabel(lines, label, dayForm) ?? '', '2026-11-25' as Day);
  return read.ok ? String(read.value) : undefined;
}

function amountAfter(lines: readonly string[], label: RegExp): number | undefined {
  const read = readTypedValue('minor', afterLabel(lines, label, amountForm) ?? '', '2026-11-25' as Day);
  return read.ok ? Number(read.value) : undefined;
}

function checked(
  texts: readonly string[] | null,
  parse: (text: string) => { readonly ok: boolean; readonly value?: string },
): string | undefined {
  return (texts ?? []).map((text) => parse(text)).find(({ ok }) => ok)?.value;
}
