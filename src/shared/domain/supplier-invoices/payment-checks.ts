import type { Day } from '../../base/day.ts';
import { parseBankgiro, parsePlusgiro } from '../identifiers/index.ts';
import type { Evidence, FieldName } from '../invoice-fields/index.ts';
import { inForceOn, isAlive, isInForce, isSamePayee, type PaymentNumber } from '../suppliers/index.ts';
import { type Check, error, type Finding, type FindingCode, warning } from './finding.ts';

/**
 * The guard on payment numbers: money goes where the register says, and a number is a bankgiro or a plusgiro because both the paper and
 * the register say so. Every bankgiro passes for a plusgiro by its check digit, and a plusgiro of seven or eight digits for a bankgiro.
 *
 * Source: docs/rules.md, ownership of payment numbers; a municipality that paid 3,7 million kronor to a stranger for such a mix-up.
 */
/** Those that an invoice is read for. An account that the register knows is the one of an IBAN counts as that. */
export const paidKinds = ['bankgiro', 'plusgiro', 'iban'] as const satisfies readonly FieldName[];
type Kind = (typeof paidKinds)[number];

/** A new number or a changed one never passes in silence, nor one that the register has ended. */
const paymentNumberIsTheirs: Check = ({ fields, documentType }, { supplier, paymentNumbers, today }) => {
  if (supplier === undefined || documentType !== 'invoice') return [];
  return paidKinds.flatMap((kind) => {
    const number = fields[kind].value;
    if (number === null || isOtherGiro(kind, number, paymentNumbers, today)) return [];
    const own = paymentNumbers.filter((known) => isSamePayee(known, { kind, number }));
    if (own.some(inForceOn(today))) return [];
    if (own.length > 0) return warning(endedOrToCome(own, today), kind, { number });
    const registered = paymentNumbers.filter(inForceOn(today));
    if (registered.length === 0) return warning('payment-number-new', kind, { number });
    const shown = registered.map((known) => `${known.kind} ${known.number}`).join(', ');
    return warning('payment-number-not-in-register', kind, { number, registered: shown });
  });
};

const endedOrToCome = (own: readonly PaymentNumber[], today: Day): FindingCode =>
  own.some((one) => isAlive(one, today)) ? 'payment-number-not-yet' : 'payment-number-ended';

/** The number is somebody else's in the register. A factoring company's is many's, so it is asked about and does not stop. */
const paymentNumberIsNobodyElses: Check = ({ fields, documentType }, { paymentNumbers, otherOwners = [], today }) => {
  if (documentType !== 'invoice') return [];
  return paidKinds.flatMap((kind) => {
    const number = fields[kind].value;
    const owner = otherOwners.find((other) => other.kind === kind && other.number === number);
    const isTheirs = number !== null && hasIt(paymentNumbers, { kind, number }, today);
    return number === null || owner === undefined || isTheirs
      ? []
      : warning('payment-number-of-another', kind, { number, owner: owner.name });
  });
};

const otherKinds = { bankgiro: 'plusgiro', plusgiro: 'bankgiro' } as const;

/** The supplier has these digits in the register as the other kind of giro, and not as this one. */
const isOtherGiro = (kind: Kind, number: string, known: readonly PaymentNumber[], today: Day): boolean =>
  kind !== 'iban' && !hasIt(known, { kind, number }, today) && hasIt(known, { kind: otherKinds[kind], number }, today);

const hasIt = (known: readonly PaymentNumber[], one: Pick<PaymentNumber, 'kind' | 'number'>, today: Day): boolean =>
  known.some((own) => isInForce(own, today) && isSamePayee(own, one));

/** What shows by the paper (or by a person) which kind of number it is. */
const tellsKind: readonly Evidence['kind'][] = ['label', 'payment-line', 'qr', 'learned', 'repeated', 'person'];

/** Digits that are right as both kinds are proven by the label and by the register; one of them alone is asked about, in words. */
const giroKindIsProven: Check = ({ fields }, { supplier, paymentNumbers, today }) =>
  (['bankgiro', 'plusgiro'] as const).flatMap((kind): readonly Finding[] => {
    const { value: number, evidence, source } = fields[kind];
    if (number === null || !parseBankgiro(number).ok || !parsePlusgiro(number).ok) return [];
    if (isOtherGiro(kind, number, paymentNumbers, today))
      return error('giro-kind-differs', kind, { number, kind, registered: otherKinds[kind] });
    const byPaper = source !== null || evidence.some(({ kind: proof }) => tellsKind.includes(proof));
    const byRegister = hasIt(paymentNumbers, { kind, number }, today);
    // Where the supplier is known and the number is not, the number itself is asked about.
    const isAskedAbout = byPaper && supplier !== undefined;
    return (byPaper && byRegister) || isAskedAbout ? [] : warning('giro-could-be-either', kind, { number });
  });

export const paymentChecks: readonly Check[] = [paymentNumberIsTheirs, paymentNumberIsNobodyElses, giroKindIsProven];
