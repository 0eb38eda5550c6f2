import { parseBankgiro, parsePlusgiro } from '../identifiers/index.ts';
import type { Evidence, FieldName } from '../invoice-fields/index.ts';
import { isInForce, type PaymentNumber } from '../suppliers/index.ts';
import { type Check, error, type Finding, warning } from './finding.ts';

/**
 * The guard on payment numbers: money goes where the register says, and a number is a bankgiro or a plusgiro because both the paper and
 * the register say so. Every bankgiro passes for a plusgiro by its check digit, and a plusgiro of seven or eight digits for a bankgiro.
 *
 * Source: docs/rules.md, ownership of payment numbers; a municipality that paid 3,7 million kronor to a stranger for such a mix-up.
 */
const kinds = ['bankgiro', 'plusgiro', 'iban'] as const satisfies readonly FieldName[];
type Kind = (typeof kinds)[number];

/** A new number or a changed one never passes in silence, nor one that the register has ended. */
const paymentNumberIsTheirs: Check = ({ fields, documentType }, { supplier, paymentNumbers }) => {
  if (supplier === undefined || documentType !== 'invoice') return [];
  return kinds.flatMap((kind) => {
    const number = fields[kind].value;
    if (number === null || isOtherGiro(kind, number, paymentNumbers)) return [];
    const own = paymentNumbers.filter((known) => known.kind === kind && known.number === number);
    if (own.some(isInForce)) return [];
    if (own.length > 0) return warning('payment-number-ended', kind, { number });
    const registered = paymentNumbers.filter(isInForce);
    if (registered.length === 0) return warning('payment-number-new', kind, { number });
    const shown = registered.map((known) => `${known.kind} ${known.number}`).join(', ');
    return warning('payment-number-not-in-register', kind, { number, registered: shown });
  });
};

/** The number is somebody else's in the register. A factoring company's is many's, so it is asked about and does not stop. */
const paymentNumberIsNobodyElses: Check = ({ fields, documentType }, { paymentNumbers, otherOwners = [] }) => {
  if (documentType !== 'invoice') return [];
  return kinds.flatMap((kind) => {
    const number = fields[kind].value;
    const owner = otherOwners.find((other) => other.kind === kind && other.number === number);
    const isTheirs = paymentNumbers.some((known) => known.kind === kind && known.number === number && isInForce(known));
    return number === null || owner === undefined || isTheirs
      ? []
      : warning('payment-number-of-another', kind, { number, owner: owner.name });
  });
};

const otherKinds = { bankgiro: 'plusgiro', plusgiro: 'bankgiro' } as const;

/** The supplier has these digits in the register as the other kind of giro, and not as this one. */
const isOtherGiro = (kind: Kind, number: string, known: readonly PaymentNumber[]): boolean =>
  kind !== 'iban' && !has(known, kind, number) && has(known, otherKinds[kind], number);

const has = (known: readonly PaymentNumber[], kind: Kind, number: string): boolean =>
  known.some((one) => one.kind === kind && one.number === number && isInForce(one));

/** What shows by the paper (or by a person) which kind of number it is. */
const tellsKind: readonly Evidence['kind'][] = ['label', 'payment-line', 'qr', 'learned', 'repeated', 'person'];

/** Digits that are right as both kinds are proven by the label and by the register; one of them alone is asked about, in words. */
const giroKindIsProven: Check = ({ fields }, { supplier, paymentNumbers }) =>
  (['bankgiro', 'plusgiro'] as const).flatMap((kind): readonly Finding[] => {
    const { value: number, evidence, source } = fields[kind];
    if (number === null || !parseBankgiro(number).ok || !parsePlusgiro(number).ok) return [];
    if (isOtherGiro(kind, number, paymentNumbers))
      return error('giro-kind-differs', kind, { number, kind, registered: otherKinds[kind] });
    const byPaper = source !== null || evidence.some(({ kind: proof }) => tellsKind.includes(proof));
    const byRegister = has(paymentNumbers, kind, number);
    // Where the supplier is known and the number is not, the number itself is asked about.
    const isAskedAbout = byPaper && supplier !== undefined;
    return (byPaper && byRegister) || isAskedAbout ? [] : warning('giro-could-be-either', kind, { number });
  });

export const paymentChecks: readonly Check[] = [paymentNumberIsTheirs, paymentNumberIsNobodyElses, giroKindIsProven];
