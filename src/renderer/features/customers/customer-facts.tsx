import type { Day } from '../../../shared/base/day.ts';
import type { CustomerAddress, ShownCustomer } from '../../../shared/domain/customers/index.ts';
import { showOrganisationNumber } from '../../../shared/domain/identifiers/index.ts';
import { addressText } from '../../register-card/address-text.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Sign } from '../../ui/sign.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { ValueList } from '../../ui/value-list.tsx';

/** Who the customer is, and what must not be missed. */
export function CustomerFactList({ customer }: { readonly customer: ShownCustomer }) {
  const t = useText();
  const { organisationNumber, personalNumber, otherNames, eInvoiceAddress, externalIds, unitId, endedOn, isProtected } = customer;
  return (
    <>
      {isProtected && <Notice kind="warning">{t.customers.protectedNotice}</Notice>}
      {endedOn !== undefined && <Notice kind="warning">{fill(t.customers.endedNotice, { day: endedOn })}</Notice>}
      <ValueList
        values={[
          personalNumber === undefined
            ? {
                name: t.customerFact.organisationNumber,
                value: organisationNumber === undefined ? t.common.none : showOrganisationNumber(organisationNumber),
              }
            : { name: t.customerFact.personalNumber, value: personalNumber },
          ...(otherNames.length === 0 ? [] : [{ name: t.customerFact.otherNames, value: otherNames.join('; ') }]),
          { name: t.customerFact.eInvoiceAddress, value: eInvoiceAddress ?? t.common.none },
          {
            name: t.customerFact.externalIds,
            value: externalIds.length === 0 ? t.common.none : externalIds.map(({ system, id }) => `${system}: ${id}`).join('; '),
          },
          { name: t.registerOwner.client, value: unitId ?? t.registerOwner.shared },
        ]}
      />
    </>
  );
}

type AddressesProps = {
  readonly addresses: readonly CustomerAddress[];
  /** There may be some, which are not shown. */
  readonly hidden: boolean;
  /** The day as of which it is told which are right; missing: today. */
  readonly day?: Day;
};

/** Where the customer is reached: what is right now first, then what is to come, then what was. */
export function Addresses({ addresses, hidden, day }: AddressesProps) {
  const t = useText();
  const { today } = useSession();
  const { addressColumns, addressState, addressHidden, noAddresses } = t.customers;
  if (hidden) return <span>{addressHidden}</span>;
  if (addresses.length === 0) return <span>{noAddresses}</span>;
  const signs = { now: 'good', coming: 'waits', past: 'plain' } as const;
  const rows = addresses.map((address) => ({ address, state: stateOn(address, day ?? today) }));
  rows.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <SmallTable
      name={t.customers.addresses}
      heads={[addressColumns.kind, addressColumns.address, addressColumns.from, addressColumns.through, addressColumns.state]}
      right={[]}
      whole={[2, 3, 4]}
      rows={rows.map(({ address, state }) => [
        t.addressKind[address.kind],
        addressText(address),
        address.fromDay ?? t.common.none,
        address.throughDay ?? t.common.none,
        <Sign key="state" kind={signs[state]}>
          {addressState[state]}
        </Sign>,
      ])}
    />
  );
}

const order = ['now', 'coming', 'past'] as const;

function stateOn({ fromDay, throughDay }: CustomerAddress, day: Day): (typeof order)[number] {
  if (throughDay !== undefined && throughDay < day) return 'past';
  return fromDay !== undefined && day < fromDay ? 'coming' : 'now';
}
