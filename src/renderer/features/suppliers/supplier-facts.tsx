import type { ReactNode } from 'react';
import type { Id } from '../../../shared/base/ids.ts';
import { showValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { WantedChange } from '../../../shared/domain/register-changes/index.ts';
import { isInForce, type PaymentNumber, type Supplier } from '../../../shared/domain/suppliers/index.ts';
import { showPaymentNumber } from '../../change-sentences.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Sign } from '../../ui/sign.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { ValueList } from '../../ui/value-list.tsx';

/** Who the supplier is and how it is reached. */
export function SupplierFacts({ supplier }: { readonly supplier: Supplier }) {
  const t = useText();
  const { organisationNumber, vatNumber, street, postcode, city, phone, email, paymentDays } = supplier;
  const address = [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const orNone = (value: string | undefined) => (value === undefined || value === '' ? t.common.none : value);
  return (
    <ValueList
      values={[
        {
          name: t.suppliers.organisationNumber,
          value: organisationNumber ? showValue('organisation-number', organisationNumber) : t.common.none,
        },
        { name: t.suppliers.vatNumber, value: orNone(vatNumber) },
        { name: t.suppliers.address, value: orNone(address) },
        { name: t.plainFact.phone, value: orNone(phone) },
        { name: t.plainFact.email, value: orNone(email) },
        {
          name: t.supplierCard.paymentDays,
          value: paymentDays === undefined ? t.common.none : fillPlural(t.supplierCard.days, paymentDays),
        },
      ]}
    />
  );
}

type NumbersProps = {
  readonly paymentNumbers: readonly PaymentNumber[];
  /** Changes that wait: of them those of payment numbers show among the numbers. */
  readonly waiting: readonly WantedChange[];
  readonly whyNot?: string | undefined;
  /** Missing: nothing can be done about them here. */
  readonly onEnd?: (id: Id<'paymentNumber'>) => void;
};

/** Where the supplier may be paid, each with how it stands; also what waits, so that nobody takes it for a number in force. */
export function PaymentNumbers({ paymentNumbers, waiting, whyNot, onEnd }: NumbersProps) {
  const t = useText();
  const rows = numberRows(paymentNumbers, waiting);
  if (rows.length === 0) return <span>{t.suppliers.noPayment}</span>;
  const { supplierCard } = t;
  const hasHolder = rows.some(({ number }) => number.holder !== undefined);
  return (
    <SmallTable
      name={t.suppliers.payment}
      heads={[
        supplierCard.kind,
        supplierCard.number,
        ...(hasHolder ? [supplierCard.holder] : []),
        supplierCard.state,
        ...(onEnd === undefined ? [] : ['']),
      ]}
      right={[]}
      rows={rows.map(({ number, state }): readonly ReactNode[] => [
        t.paymentNumber[number.kind],
        showValue(number.kind, number.number),
        ...(hasHolder ? [number.holder ?? ''] : []),
        <StateSign key="state" state={state} t={t} />,
        ...(onEnd === undefined
          ? []
          : [
              state === 'inForce' && (
                <Button
                  key="end"
                  small
                  name={fill(supplierCard.endNumberName, { number: showPaymentNumber(number, t) })}
                  whyNot={whyNot}
                  onClick={() => onEnd(number.id)}
                >
                  {supplierCard.endNumber}
                </Button>
              ),
            ]),
      ])}
    />
  );
}

type State = 'inForce' | 'numberEnded' | 'numberWaits' | 'endWaits';
type Row = { readonly number: Pick<PaymentNumber, 'id' | 'kind' | 'number' | 'holder'>; readonly state: State };

/** In force first, then what waits, then those that have ended. */
function numberRows(numbers: readonly PaymentNumber[], waiting: readonly WantedChange[]): readonly Row[] {
  const ending = new Set(waiting.flatMap((one) => (one.kind === 'end-payment-number' ? [one.numberId] : [])));
  const rows = [
    ...numbers.map((number): Row => {
      if (!isInForce(number)) return { number, state: 'numberEnded' };
      return { number, state: ending.has(number.id) ? 'endWaits' : 'inForce' };
    }),
    ...waiting.flatMap((one): readonly Row[] => {
      if (one.kind !== 'add-payment-number') return [];
      const { numberId: id, numberKind: kind, number, holder } = one;
      return [{ number: { id, kind, number, ...(holder !== null && { holder }) }, state: 'numberWaits' }];
    }),
  ];
  const order: readonly State[] = ['inForce', 'endWaits', 'numberWaits', 'numberEnded'];
  return rows.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

function StateSign({ state, t }: { readonly state: State; readonly t: Texts }) {
  const kind = ({ inForce: 'good', numberEnded: 'plain', numberWaits: 'waits', endWaits: 'waits' } as const)[state];
  return <Sign kind={kind}>{t.supplierCard[state]}</Sign>;
}
