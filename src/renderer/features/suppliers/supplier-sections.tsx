import type { Day } from '../../../shared/base/day.ts';
import type { ExternalIdRow } from '../../../shared/contract/suppliers.ts';
import type { ShownSupplier } from '../../../shared/domain/suppliers/index.ts';
import { addressText } from '../../register-card/address-text.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { SmallTable } from '../../ui/small-table.tsx';
import { ValueList } from '../../ui/value-list.tsx';

type Props = { readonly supplier: ShownSupplier };

/** 'från 2026-01-01 till och med 2026-12-31'; nothing where no day is said. */
export const daysText = ({ fromDay, throughDay }: { readonly fromDay?: Day; readonly throughDay?: Day }, t: Texts): string =>
  [
    fromDay === undefined ? '' : fill(t.change.fromDay, { day: fromDay }),
    throughDay === undefined ? '' : fill(t.change.throughDay, { day: throughDay }),
  ]
    .filter((part) => part !== '')
    .join(' ');

/** Where invoices and goods are to be sent, each with its days. */
export function SupplierAddresses({ supplier: { addresses = [], isProtected } }: Props) {
  const { supplierFacts, ...t } = useText();
  if (isProtected) return <span>{supplierFacts.covered}</span>;
  if (addresses.length === 0) return <span>{supplierFacts.noAddresses}</span>;
  return (
    <SmallTable
      name={supplierFacts.addresses}
      heads={[supplierFacts.addressKind, supplierFacts.address, supplierFacts.holds]}
      right={[]}
      rows={addresses.map((address) => [
        supplierFacts.addressKinds[address.kind],
        addressText(address),
        daysText(address, { supplierFacts, ...t }) || supplierFacts.untilFurther,
      ])}
    />
  );
}

export function SupplierContacts({ supplier: { contacts = [] } }: Props) {
  const { supplierFacts } = useText();
  if (contacts.length === 0) return <span>{supplierFacts.noContacts}</span>;
  return (
    <SmallTable
      name={supplierFacts.contacts}
      heads={[supplierFacts.contactName, supplierFacts.purpose, supplierFacts.phone, supplierFacts.email]}
      right={[]}
      rows={contacts.map(({ name, purpose, phone, email }) => [name, purpose, phone, email])}
    />
  );
}

/** How its invoices come, and how far that has come. */
export function SupplierEInvoice({ supplier: { eInvoice } }: Props) {
  const { supplierFacts, common } = useText();
  if (eInvoice === undefined) return <span>{supplierFacts.noEInvoice}</span>;
  const { channel, address, status, testedOn, testResult, liveOn } = eInvoice;
  const test =
    testedOn === undefined || testResult === undefined ? common.none : `${testedOn}, ${supplierFacts.testResults[testResult]}`;
  return (
    <ValueList
      values={[
        { name: supplierFacts.channel, value: supplierFacts.channels[channel] },
        { name: supplierFacts.channelAddress, value: address === '' ? common.none : address },
        { name: supplierFacts.status, value: supplierFacts.statuses[status] },
        { name: supplierFacts.test, value: test },
        { name: supplierFacts.liveOn, value: liveOn ?? common.none },
      ]}
    />
  );
}

type IdsProps = Props & { readonly externalIds: readonly ExternalIdRow[] };

/** What the supplier is called in other systems; those of suppliers that were merged into it are said to be so. */
export function SupplierExternalIds({ supplier, externalIds }: IdsProps) {
  const { supplierFacts } = useText();
  if (externalIds.length === 0) return <span>{supplierFacts.noIds}</span>;
  return (
    <SmallTable
      name={supplierFacts.ids}
      heads={[supplierFacts.system, supplierFacts.id, '']}
      right={[]}
      rows={externalIds.map(({ system, externalId, supplierId }) => [
        system,
        externalId,
        supplierId === supplier.id ? '' : supplierFacts.byMerged,
      ])}
    />
  );
}
