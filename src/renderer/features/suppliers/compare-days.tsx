import { useState } from 'react';
import type { Day } from '../../../shared/base/day.ts';
import type { SupplierId } from '../../../shared/base/ids.ts';
import type { SupplierThen } from '../../../shared/contract/register-history.ts';
import { showValue } from '../../../shared/domain/invoice-fields/index.ts';
import { supplierFacts as allFacts, isInForce } from '../../../shared/domain/suppliers/index.ts';
import { showPaymentNumber } from '../../change-sentences.ts';
import { AsOfChoice } from '../../register-card/as-of-choice.tsx';
import { useSession } from '../../session.ts';
import { fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { factLines } from './fact-lines.ts';

/** Two days beside each other: what stood in the register then, of what differs. No second day: now. */
export function CompareDays({ supplierId }: { readonly supplierId: SupplierId }) {
  const t = useText();
  const { today } = useSession();
  const [one, setOne] = useState<Day | null>(null);
  const [other, setOther] = useState<Day | null>(null);
  const { supplierFacts } = t;
  return (
    <Disclosure title={supplierFacts.compareDays} startsOpen={false}>
      <Stack>
        <Stack row>
          <AsOfChoice label={supplierFacts.day} hint={t.supplierCard.asOfHint} onDay={setOne} />
          <AsOfChoice label={supplierFacts.compareWith} hint={supplierFacts.compareHint} onDay={setOther} />
        </Stack>
        {one !== null && <Differences supplierId={supplierId} days={[one, other ?? today]} isNow={other === null} />}
      </Stack>
    </Disclosure>
  );
}

type DifferencesProps = {
  readonly supplierId: SupplierId;
  readonly days: readonly [Day, Day];
  /** The second one is today, and is called so. */
  readonly isNow: boolean;
};

function Differences({ supplierId, days: [one, other], isNow }: DifferencesProps) {
  const t = useText();
  const asked = { register: 'supplier', id: supplierId } as const;
  const { data: before } = useEngineQuery('registers/as-of', { ...asked, day: one }, { fresh: true });
  const { data: after } = useEngineQuery('registers/as-of', { ...asked, day: other }, { fresh: true });
  if (before === undefined || after === undefined) return <span>{t.common.loading}</span>;
  const sides = [before, after].map((then, place) =>
    then?.register === 'supplier' ? linesThen(then, place === 0 ? one : other, t) : new Map<string, string>(),
  );
  const names = [...new Set(sides.flatMap((side) => [...side.keys()]))];
  const differ = names.filter((name) => sides[0]?.get(name) !== sides[1]?.get(name));
  if (differ.length === 0) return <span>{t.supplierFacts.noDifference}</span>;
  return (
    <SmallTable
      name={t.supplierFacts.compareDays}
      heads={[t.supplierFacts.fact, one, isNow ? t.supplierFacts.now : other]}
      right={[]}
      rows={differ.map((name) => [name, ...sides.map((side) => side.get(name) ?? t.common.none)])}
    />
  );
}

/** All that stood in the register of a supplier on a day, by what it is called. */
function linesThen({ supplier, paymentNumbers, externalIds }: SupplierThen, day: Day, t: Texts): ReadonlyMap<string, string> {
  const facts = Object.fromEntries(allFacts.map((name) => [name, supplier[name]]));
  const numbers = paymentNumbers.filter((number) => isInForce(number, day));
  const { organisationNumber, paymentDays, blockedFor, endedOn, mergedInto, isProtected } = supplier;
  const lines: readonly (readonly [string, string | undefined])[] = [
    [t.supplierFacts.registered, t.supplierFacts.yes],
    ...factLines(facts, t).map(({ name, value }) => [name, value] as const),
    [t.suppliers.organisationNumber, organisationNumber && showValue('organisation-number', organisationNumber)],
    [t.supplierCard.paymentDays, paymentDays === undefined ? undefined : fillPlural(t.supplierCard.days, paymentDays)],
    [
      t.supplierFacts.paymentNumbers,
      numbers
        .map((number) => [showPaymentNumber(number, t), number.holder ?? ''].filter((part) => part !== '').join(', '))
        .sort()
        .join('; '),
    ],
    ...externalIds.map(({ system, externalId }) => [`${t.supplierFacts.id} ${system}`, externalId] as const),
    [t.wantedChange.block, blockedFor],
    [t.supplierCard.end, endedOn],
    [t.wantedChange.merge, mergedInto === undefined ? undefined : t.supplierFacts.yes],
    [t.supplierFacts.protect, isProtected ? t.supplierFacts.yes : undefined],
  ];
  return new Map(lines.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const])));
}
