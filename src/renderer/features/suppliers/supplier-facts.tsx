import { showValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { ShownSupplier } from '../../../shared/domain/suppliers/index.ts';
import { fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { ValueList } from '../../ui/value-list.tsx';

type Props = {
  readonly supplier: ShownSupplier;
  /** 'Godkänd, 2026-11-01 enligt Kontrolltjänsten'; missing: not looked up, as of an earlier day. */
  readonly fTax?: string;
};

/** Who the supplier is and how it is reached. */
export function SupplierFacts({ supplier, fTax }: Props) {
  const t = useText();
  const { organisationNumber, vatNumber, gln, peppolId, street, postcode, city, phone, email, paymentDays } = supplier;
  const address = [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const orNone = (value: string | undefined) => (value === undefined || value === '' ? t.common.none : value);
  const known = (name: string, value: string | undefined) => (value === undefined ? [] : [{ name, value }]);
  return (
    <ValueList
      values={[
        {
          name: t.suppliers.organisationNumber,
          value: organisationNumber ? showValue('organisation-number', organisationNumber) : t.common.none,
        },
        { name: t.suppliers.vatNumber, value: orNone(vatNumber) },
        ...known(t.supplierFacts.fTax, fTax),
        ...known(t.plainFact.gln, gln),
        ...known(t.plainFact.peppolId, peppolId),
        { name: t.suppliers.address, value: supplier.isProtected ? t.supplierFacts.covered : orNone(address) },
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
