import { type Day, daysBetween } from '../../../shared/base/day.ts';
import type { PageWords } from '../../../shared/base/page.ts';
import { type Evidence, type FieldName, fieldKinds, showAmount, showValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { Around, SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { labelledPlace } from './why-place.ts';

export type WhyFacts = {
  readonly name: FieldName;
  readonly invoice: SupplierInvoice;
  readonly around: Around;
  /** The words of the page that the value stands on, when they are at hand. */
  readonly words: PageWords | undefined;
  /** Names of people by their id, and who looks. */
  readonly people: { readonly [id: string]: string };
  readonly me: string;
};

/** What a piece of evidence says, with its particulars. Learned and repeated places are told elsewhere: they have acts of their own. */
export function evidenceSentence(evidence: Evidence, facts: WhyFacts, t: Texts): string {
  const { why } = t;
  switch (evidence.kind) {
    case 'pixels':
      return fill(why.pixels, { page: placeOfPage(facts, evidence.page), text: evidence.text });
    case 'file':
      return fill(t.evidence.file.sentence, { path: evidence.ref });
    case 'label':
      return labelSentence(evidence.ref, facts, t);
    case 'text-layer':
      return why.textLayer;
    case 'second-reading':
      return fill(why.secondReading, { text: evidence.ref });
    case 'qr':
      return fill(why.qr, { format: evidence.ref });
    case 'payment-line':
      return paymentLineSentence(evidence.ref, facts, t);
    case 'check-digit':
      return checkDigitSentence(evidence.ref, facts, t);
    case 'register':
      return registerSentence(evidence.ref, facts, t);
    case 'sum':
      return sumSentence(evidence.ref, facts, t);
    case 'format':
      return why.format[evidence.ref in why.format ? (evidence.ref as keyof typeof why.format) : 'other'];
    case 'learned':
      return why.learned.gone;
    case 'repeated':
      return why.repeated.gone;
    case 'person':
      return evidence.ref === facts.me
        ? why.person.you
        : fill(why.person.other, { name: facts.people[evidence.ref] ?? t.why.learned.someone });
    default:
      return t.evidence[evidence.kind].sentence;
  }
}

/** The number of a page of the file, as a page of the invoice: that is what the clerk sees. */
const placeOfPage = ({ invoice }: WhyFacts, page: number): number =>
  Math.max(
    0,
    invoice.pages.findIndex((one) => one.page === page),
  ) + 1;

function labelSentence(ref: string, { name, invoice, words }: WhyFacts, t: Texts): string {
  const sentences = t.why.label;
  if (ref === 'name-on-page') return sentences.name;
  const { box } = invoice.fields[name];
  const place = words === undefined || box === null ? undefined : labelledPlace(words, name, box, ref);
  if (place === undefined) return sentences.near;
  const { label, direction, mm } = place;
  return mm === undefined || mm < 1 ? fill(sentences.touching, { label }) : fill(sentences[direction], { mm, label });
}

function paymentLineSentence(ref: string, { invoice }: WhyFacts, t: Texts): string {
  const sentences = t.why.paymentLine;
  const reference = invoice.fields.ocrReference.value;
  if (ref === 'within-ocr-reference') return reference === null ? sentences.other : fill(sentences.within, { reference });
  if (ref === 'bankgiro' || ref === 'plusgiro') return sentences.giro;
  return ref === 'total' || ref === 'reference' ? sentences[ref] : sentences.other;
}

/** How many digits at the end are check digits, by method; an IBAN has its two after the country. */
function checkDigitSentence(ref: string, { name, invoice }: WhyFacts, t: Texts): string {
  const sentences = t.why.checkDigit;
  const value = String(invoice.fields[name].value ?? '');
  const reference = invoice.fields.ocrReference.value;
  if (ref === 'within-ocr-reference') return reference === null ? sentences.other : fill(sentences.within, { reference });
  if (ref === 'swedish-giro') return sentences.giro;
  if (name === 'supplierName') return sentences.sender;
  if (ref === 'modulus-97') return fill(sentences['modulus-97'], { digit: value.slice(2, 4) });
  if (ref !== 'modulus-10') return sentences.other;
  const checked = name === 'vatNumber' ? value.slice(0, 12) : value;
  return fill(sentences['modulus-10'], { digit: checked.at(-1) ?? '' });
}

function registerSentence(ref: string, { name, invoice, around }: WhyFacts, t: Texts): string {
  const sentences = t.why.register;
  const { supplier } = around;
  const { value } = invoice.fields[name];
  if (supplier === undefined || value === null) return sentences.other;
  if (ref === 'supplier') return fill(sentences.supplier, { name: supplier.name });
  if (name === 'supplierName')
    return ref in t.why.numberName
      ? fill(sentences.byNumber, { what: t.why.numberName[ref as keyof typeof t.why.numberName], name: supplier.name })
      : sentences.other;
  const registered = name === 'vatNumber' ? supplier.vatNumber : supplier.organisationNumber;
  return registered === value
    ? fill(sentences.own, { name: supplier.name, number: showValue(fieldKinds[name], value) })
    : sentences.other;
}

/** The sum as it stands now; where it no longer holds, that it held when it was read. */
function sumSentence(ref: string, { name, invoice }: WhyFacts, t: Texts): string {
  const sentences = t.why.sum;
  const { fields } = invoice;
  const [net, vat, total] = [fields.netMinor.value, fields.vatMinor.value, fields.totalMinor.value];
  const rounding = fields.roundingMinor.value ?? 0;
  if (ref === 'net+vat=total' && net !== null && vat !== null && total !== null && net + vat + rounding === total) {
    const shown = { net: showAmount(net), vat: showAmount(vat), total: showAmount(total), rounding: showAmount(rounding) };
    return fill(rounding === 0 ? sentences.total : sentences.totalRounded, shown);
  }
  if (ref === 'rate') {
    const rate = swedishRates.find((one) => net !== null && vat !== null && isVatOf(net, vat, one));
    if (rate !== undefined && net !== null && vat !== null)
      return fill(sentences.rate, { vat: showAmount(vat), rate, net: showAmount(net) });
  }
  const [from, to] = [fields.invoiceDate.value, fields.dueDate.value];
  if (ref === 'payment-terms' && from !== null && to !== null && (name === 'invoiceDate' || name === 'dueDate'))
    return fill(sentences.terms, { days: daysBetween(from as Day, to as Day), from, to });
  return sentences.before;
}

/** Mervärdesskattelagen (2023:200) 9 kap. 2–4 §§. */
const swedishRates = [25, 12, 6];

/** To within a krona: rounding by line. */
const isVatOf = (net: number, vat: number, rate: number): boolean => Math.abs(net * rate - vat * 100) <= 100 * 100;
