import type { Revealed } from '../../../shared/contract/customers-and-articles.ts';
import type { ExternalId, ShownCustomer } from '../../../shared/domain/customers/index.ts';
import { showMomentInProse } from '../../formats.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { RecordSection } from '../../ui/record-pane.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { Addresses } from './customer-facts.tsx';

type Props = { readonly customer: ShownCustomer; readonly revealed: Revealed };

/** What is covered, for a while; never printed. */
export function RevealedSection({ customer, revealed }: Props) {
  const t = useText();
  const { today } = useSession();
  const isCovered = ({ system, id }: ExternalId) => !customer.externalIds.some((one) => one.system === system && one.id === id);
  const { personalNumber, addresses, eInvoiceAddress, externalIds, untilMs } = revealed;
  return (
    <div className="no-print">
      <RecordSection title={fill(t.customers.revealed, { time: showMomentInProse(untilMs, today, t) })}>
        <ValueList
          values={[
            { name: t.customerFact.personalNumber, value: personalNumber ?? t.common.none },
            ...(eInvoiceAddress === null || eInvoiceAddress === customer.eInvoiceAddress
              ? []
              : [{ name: t.customerFact.eInvoiceAddress, value: eInvoiceAddress }]),
            ...externalIds.filter(isCovered).map(({ system, id }) => ({ name: system, value: id })),
          ]}
        />
        {customer.isProtected && <Addresses addresses={addresses} hidden={false} />}
      </RecordSection>
    </div>
  );
}
