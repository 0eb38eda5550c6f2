import type { Day } from '../../../shared/base/day.ts';
import { addressOn, type ShownCustomer } from '../../../shared/domain/customers/index.ts';
import { showOrganisationNumber } from '../../../shared/domain/identifiers/index.ts';
import type { Texts } from '../../text/texts.ts';
import type { Column } from '../../ui/data-table-column.ts';
import { Sign } from '../../ui/sign.tsx';

export function customerColumns(today: Day, t: Texts): readonly Column<ShownCustomer>[] {
  const { columns } = t.customers;
  return [
    { id: 'name', header: columns.name, width: 13, grow: 3, text: ({ name }) => name, cell: ({ name }) => name },
    { id: 'number', header: columns.number, width: 9.5, cell: (customer) => shownNumber(customer) ?? t.common.none },
    {
      id: 'city',
      header: columns.city,
      width: 7,
      grow: 1,
      cell: ({ addresses }) => addressOn(addresses, 'invoice', today)?.city ?? t.common.none,
    },
    { id: 'state', header: columns.state, width: 8, cell: (customer) => stateSign(customer, today, t) },
  ];
}

/** A company's number, or a person's with its end covered. */
export const shownNumber = ({ organisationNumber, personalNumber }: ShownCustomer): string | undefined =>
  personalNumber ?? (organisationNumber === undefined ? undefined : showOrganisationNumber(organisationNumber));

function stateSign({ endedOn, isProtected }: ShownCustomer, today: Day, t: Texts) {
  if (endedOn !== undefined && endedOn < today) return <Sign kind="plain">{t.customers.ended}</Sign>;
  return isProtected ? <Sign kind="warning">{t.customers.protected}</Sign> : null;
}
