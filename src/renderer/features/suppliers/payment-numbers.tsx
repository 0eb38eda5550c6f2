import type { ReactNode } from 'react';
import type { Day } from '../../../shared/base/day.ts';
import type { Id } from '../../../shared/base/ids.ts';
import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import { isAlive, isInForce, type PaymentNumber } from '../../../shared/domain/suppliers/index.ts';
import { reasonOf, settledSentence, showPaymentNumber } from '../../change-sentences.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { Sign } from '../../ui/sign.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { Stack } from '../../ui/stack.tsx';

type Props = {
  readonly paymentNumbers: readonly PaymentNumber[];
  /** What was asked for of the supplier: what waits shows among the numbers, what is settled is their proof. */
  readonly changes: readonly RegisterChangeRow[];
  /** The day that it is shown as of. */
  readonly day: Day;
  readonly whyNot?: string | undefined;
  /** Missing: nothing can be done about them here. */
  readonly onAsk?: (kind: 'replace-payment-number' | 'end-payment-number', id: Id<'paymentNumber'>) => void;
};

/** Where the supplier may be paid, each with how it stands and by what proof; also what waits, so that nobody takes it for a number in force. */
export function PaymentNumbers({ paymentNumbers, changes, day, whyNot, onAsk }: Props) {
  const t = useText();
  const rows = numberRows(paymentNumbers, changes, day);
  if (rows.length === 0) return <span>{t.suppliers.noPayment}</span>;
  const { supplierCard, supplierFacts } = t;
  return (
    <SmallTable
      name={t.suppliers.payment}
      heads={[supplierCard.number, supplierCard.state, ...(onAsk === undefined ? [] : [''])]}
      right={[]}
      rows={rows.map(({ number, state }): readonly ReactNode[] => [
        <CellLines key="number" notes={[...aboutNumber(number, t), ...proofOf(number, changes, t)]}>
          {showPaymentNumber(number, t)}
        </CellLines>,
        <CellLines key="state" notes={daysOf(number, t)}>
          <StateSign state={state} t={t} />
        </CellLines>,
        ...(onAsk === undefined
          ? []
          : [
              canChange(state) && (
                <Stack key="acts" row>
                  {(['replace-payment-number', 'end-payment-number'] as const).map((kind) => (
                    <Button
                      key={kind}
                      small
                      name={fill(supplierFacts.numberActName[kind], { number: showPaymentNumber(number, t) })}
                      whyNot={whyNot}
                      onClick={() => onAsk(kind, number.id)}
                    >
                      {supplierFacts.numberAct[kind]}
                    </Button>
                  ))}
                </Stack>
              ),
            ]),
      ])}
    />
  );
}

type Number = Pick<PaymentNumber, 'id' | 'kind' | 'number' | 'holder' | 'bic' | 'fromDay' | 'throughDay' | 'changeId'>;
type State = 'inForce' | 'toCome' | 'numberEnded' | 'numberWaits' | 'endWaits' | 'changeWaits';
type Row = { readonly number: Number; readonly state: State };

const canChange = (state: State): boolean => state === 'inForce' || state === 'toCome';

/** In force first, then what waits, then those that have ended. */
function numberRows(numbers: readonly PaymentNumber[], changes: readonly RegisterChangeRow[], day: Day): readonly Row[] {
  const waiting = changes.filter(({ change }) => change.state === 'pending').map(({ change }) => change.wanted);
  const ids = (of: readonly (string | undefined)[]) => new Set(of);
  const ending = ids(
    waiting.map((one) =>
      one.kind === 'end-payment-number' ? one.numberId : one.kind === 'replace-payment-number' ? one.replaces : undefined,
    ),
  );
  const changing = ids(waiting.map((one) => (one.kind === 'set-holder' ? one.numberId : undefined)));
  const stateOf = (number: PaymentNumber): State => {
    if (!isAlive(number, day)) return 'numberEnded';
    if (ending.has(number.id)) return 'endWaits';
    if (changing.has(number.id)) return 'changeWaits';
    return isInForce(number, day) ? 'inForce' : 'toCome';
  };
  const rows = [
    ...numbers.map((number): Row => ({ number, state: stateOf(number) })),
    ...waiting.flatMap((one): readonly Row[] => {
      if (one.kind !== 'add-payment-number' && one.kind !== 'replace-payment-number') return [];
      const { numberId: id, numberKind: kind, holder, kind: _, ...number } = one;
      return [{ number: { ...number, id, kind, ...(holder !== null && { holder }) }, state: 'numberWaits' }];
    }),
  ];
  const order: readonly State[] = ['inForce', 'endWaits', 'changeWaits', 'toCome', 'numberWaits', 'numberEnded'];
  return rows.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

function StateSign({ state, t }: { readonly state: State; readonly t: Texts }) {
  const kinds = { inForce: 'good', toCome: 'waits', numberEnded: 'plain', numberWaits: 'waits', endWaits: 'waits' } as const;
  const kind = state === 'changeWaits' ? 'waits' : kinds[state];
  const text = state === 'toCome' || state === 'changeWaits' ? t.supplierFacts[state] : t.supplierCard[state];
  return <Sign kind={kind}>{text}</Sign>;
}

const aboutNumber = ({ bic, holder }: Number, t: Texts): readonly string[] => [
  ...(bic === undefined ? [] : [`BIC ${bic}`]),
  ...(holder === undefined ? [] : [`${t.supplierCard.holder}: ${holder}`]),
];

const daysOf = ({ fromDay, throughDay }: Number, t: Texts): readonly string[] => [
  ...(fromDay === undefined ? [] : [fill(t.change.fromDay, { day: fromDay })]),
  ...(throughDay === undefined ? [] : [fill(t.change.throughDay, { day: throughDay })]),
];

/** By what change it came: what that built on, and who decided it. */
function proofOf({ changeId }: Number, changes: readonly RegisterChangeRow[], t: Texts): readonly string[] {
  const row = changes.find(({ change }) => change.id === changeId);
  if (row === undefined) return [];
  const { source } = row.change;
  const basis = source.note === '' ? reasonOf(row.change, t) : source.note;
  return [`${t.changeSource[source.kind]}: ${basis}`, settledSentence(row, t)];
}
