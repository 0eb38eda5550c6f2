import type { Revealed } from '../../../shared/contract/customers-and-articles.ts';
import { showMomentInProse } from '../../formats.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { RecordSection } from '../../ui/record-pane.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { Addresses } from './customer-facts.tsx';

/** What is covered, for a while; never printed. */
export function RevealedSection({ revealed }: { readonly revealed: Revealed }) {
  const t = useText();
  const { today } = useSession();
  const { personalNumber, addresses, eInvoiceAddress, externalIds, untilMs } = revealed;
  return (
    <div className="no-print">
      <RecordSection title={fill(t.customers.revealed, { time: showMomentInProse(untilMs, today, t) })}>
        <ValueList
          values={[
            { name: t.customerFact.personalNumber, value: personalNumber ?? t.common.none },
            { name: t.customerFact.eInvoiceAddress, value: eInvoiceAddress ?? t.common.none },
            ...externalIds.map(({ system, id }) => ({ name: system, value: id })),
          ]}
        />
        <Addresses addresses={addresses} hidden={false} />
      </RecordSection>
    </div>
  );
}
