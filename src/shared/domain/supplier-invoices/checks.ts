import { addDays, type Day } from '../../base/day.ts';
import { basisPoints, type Minor, minor, percentOf } from '../../base/money.ts';
import {
  parseBankgiro,
  parseIban,
  parseOcrReference,
  parseOrganisationNumber,
  parsePlusgiro,
  parseVatNumber,
  withPersonsCovered,
} from '../identifiers/index.ts';
import { alikeTwins, exactTwins, liveTwin, type Twin } from './duplicates.ts';
import { type Check, error, type Finding, warning } from './finding.ts';
import { paymentChecks } from './payment-checks.ts';
import { isNotice, requiredFields } from './supplier-invoice.ts';

const isAnInvoice: Check = ({ documentType }) =>
  isNotice(documentType) || documentType === 'other' ? error('not-an-invoice', undefined, { documentType }) : [];

/** One that breaks the rules may be sent back, and may be taken as it is. What only is remarked of is asked about by nobody. */
const followsItsRules: Check = ({ judgement }) =>
  judgement?.soundness === 'faulty'
    ? warning('breaks-rules', undefined, { count: judgement.findings.filter(({ isFault }) => isFault).length })
    : [];

const requiredFieldsStand: Check = ({ fields }) =>
  requiredFields.flatMap((name) => (fields[name].value === null ? error('required-field-missing', name) : []));

/** An invoice may leave out when it is due: it is then due within 30 days. Source: räntelagen (1975:635) 2 a and 4 §§. */
const saysWhenItIsDue: Check = ({ fields, documentType }) =>
  documentType === 'invoice' && fields.dueDate.value === null ? warning('due-date-missing', 'dueDate') : [];

/** A credit note is not paid, so it need not say where. */
const somewhereToPay: Check = ({ fields, documentType }) =>
  documentType === 'invoice' && [fields.bankgiro, fields.plusgiro, fields.iban].every((field) => field.value === null)
    ? error('payment-number-missing', 'bankgiro')
    : [];

const sumAddsUp: Check = ({ fields }) => {
  const { netMinor, vatMinor, roundingMinor, totalMinor } = fields;
  if (netMinor.value === null || totalMinor.value === null) return [];
  const sum = netMinor.value + (vatMinor.value ?? 0) + (roundingMinor.value ?? 0);
  const off = totalMinor.value - sum;
  return off === 0 ? [] : error('sum-is-off', 'totalMinor', { sum, total: totalMinor.value, off });
};

/**
 * The rates of VAT in percent.
 *
 * Source: mervärdesskattelagen (2023:200) 9 kap. 2–15 §§. What they apply to changes, and which
 * rate an article bears is not judged here.
 */
const vatRates: readonly number[] = [0, 6, 12, 25];

const vatRatesExist: Check = ({ vat }) =>
  vat.flatMap(({ ratePercent }) =>
    vatRates.includes(ratePercent) ? [] : warning('vat-rate-unknown', 'vatMinor', { ratePercent }),
  );

/** VAT per rate within one krona of rate × base, since programs round by line or by sum. Source: docs/rules.md, plausibility of VAT. */
const vatFitsRates: Check = ({ vat, fields }) => {
  const tolerance = 100;
  const rows = vat.flatMap(({ ratePercent, baseMinor, vatMinor }) => {
    if (baseMinor === null || vatMinor === null) return [];
    const expected = percentOf(minor(baseMinor), basisPoints(Math.round(ratePercent * 100)));
    return Math.abs(expected - vatMinor) <= tolerance
      ? []
      : warning('vat-is-off', 'vatMinor', { ratePercent, expected, vat: vatMinor });
  });
  return rows.length > 0 || vat.length > 0 ? rows : vatIsSomeRate(fields.netMinor.value, fields.vatMinor.value);
};

/** With no table of rates: the VAT lies between nothing and the highest rate of the net. */
function vatIsSomeRate(net: number | null, vat: number | null): readonly Finding[] {
  if (net === null || vat === null) return [];
  const highest: Minor = percentOf(minor(net), basisPoints(2_500));
  const fits = Math.abs(vat) <= Math.abs(highest) + 100 && vat * net >= 0;
  return fits ? [] : warning('vat-is-off', 'vatMinor', { ratePercent: 25, expected: highest, vat });
}

const signFitsType: Check = ({ documentType, fields }) => {
  const total = fields.totalMinor.value;
  if (total === null) return [];
  if (documentType === 'credit_note' && total > 0) return error('credit-note-not-negative', 'totalMinor');
  if (documentType === 'invoice' && total < 0) return error('invoice-is-negative', 'totalMinor');
  return [];
};

const datesAreSensible: Check = ({ fields, documentType }, { today }) => {
  const invoiceDate = fields.invoiceDate.value;
  const dueDate = fields.dueDate.value;
  const found: Finding[] = [];
  if (invoiceDate !== null && invoiceDate > today) found.push(...warning('dated-in-future', 'invoiceDate', { day: invoiceDate }));
  if (invoiceDate !== null && invoiceDate < addDays(today, -365))
    found.push(...warning('dated-long-ago', 'invoiceDate', { day: invoiceDate }));
  if (invoiceDate === null || dueDate === null || documentType === 'credit_note') return found;
  if (dueDate < invoiceDate) found.push(...error('due-before-invoice-date', 'dueDate', { invoiceDate, dueDate }));
  if (dueDate > addDays(invoiceDate as Day, 120)) found.push(...warning('due-later-than-usual', 'dueDate', { dueDate }));
  return found;
};

const checkDigitsAreRight: Check = ({ fields }) => [
  ...(isWrong(fields.organisationNumber.value, parseOrganisationNumber)
    ? error('wrong-organisation-number', 'organisationNumber')
    : []),
  ...(isWrong(fields.vatNumber.value, parseVatNumber) ? error('wrong-vat-number', 'vatNumber') : []),
  ...(isWrong(fields.bankgiro.value, parseBankgiro) ? error('wrong-bankgiro', 'bankgiro') : []),
  ...(isWrong(fields.plusgiro.value, parsePlusgiro) ? error('wrong-plusgiro', 'plusgiro') : []),
  ...(isWrong(fields.iban.value, parseIban) ? error('wrong-iban', 'iban') : []),
  // A supplier may agree on references without a check digit with its bank (level 1), so this one is no error.
  ...(isWrong(fields.ocrReference.value, parseOcrReference) ? warning('wrong-ocr-reference', 'ocrReference') : []),
];

const isWrong = (value: string | null, parse: (text: string) => { readonly ok: boolean }): boolean =>
  value !== null && !parse(value).ok;

const vatNumberIsTheirs: Check = ({ fields: { vatNumber, organisationNumber } }) =>
  vatNumber.value?.startsWith('SE') &&
  organisationNumber.value !== null &&
  vatNumber.value.slice(2, 12) !== organisationNumber.value
    ? warning('vat-number-of-another', 'vatNumber')
    : [];

const supplierIsKnown: Check = ({ fields, supplierId }, { supplier }) => {
  if (supplierId === undefined || supplier === undefined) return warning('supplier-unknown', 'supplierName');
  const number = fields.organisationNumber.value;
  const { organisationNumber } = supplier;
  if (number === null || organisationNumber === undefined || organisationNumber === number) return [];
  // A sole trader's is a person's, and is not told to whoever looks at an invoice.
  const { organisationNumber: registered } = withPersonsCovered({ organisationNumber });
  return error('supplier-number-differs', 'organisationNumber', { registered });
};

/**
 * The same invoice twice (dubblett), or one that looks much like another.
 *
 * One that is verified stops: money may be paid twice. One that nobody has vouched for yet is asked about. Of a twin that the clerk
 * may not see only the verified one counts, for a warning that cannot be seen cannot be acknowledged either.
 */
const notSeenBefore: Check = (facts, { twins, parties = [] }) => {
  const live = liveTwin(facts, twins, parties);
  if (live) return error('same-invoice', 'invoiceNumber', shownOf(live));
  const seen = twins.filter(({ hidden, isReleased }) => !hidden && isReleased !== true);
  const same = exactTwins(facts, seen, parties)[0];
  if (same && !isNotice(facts.documentType) && same.isNotice !== true)
    return warning('same-invoice', 'invoiceNumber', shownOf(same));
  const [strongest] = alikeTwins(facts, seen, parties);
  if (strongest === undefined) return [];
  const { twin, verdict } = strongest;
  const code = verdict.kind === 'reminder' ? 'reminder-of-known' : 'looks-like-another';
  const why = { kind: verdict.kind, score: verdict.score, agrees: verdict.agrees.join(' ') };
  return warning(code, 'invoiceNumber', { ...shownOf(twin), ...why });
};

const shownOf = (twin: Twin): Finding['detail'] => (twin.hidden ? {} : { invoiceId: twin.id, number: twin.number ?? '' });

/** All that is looked at before an invoice is verified. A new check is a function above and a line here. */
export const checks: readonly Check[] = [
  isAnInvoice,
  followsItsRules,
  requiredFieldsStand,
  saysWhenItIsDue,
  somewhereToPay,
  sumAddsUp,
  vatRatesExist,
  vatFitsRates,
  signFitsType,
  datesAreSensible,
  checkDigitsAreRight,
  vatNumberIsTheirs,
  supplierIsKnown,
  ...paymentChecks,
  notSeenBefore,
];

export const findProblems: Check = (facts, around) => checks.flatMap((check) => check(facts, around));
