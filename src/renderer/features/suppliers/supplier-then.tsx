import type { Day } from '../../../shared/base/day.ts';
import type { SupplierId } from '../../../shared/base/ids.ts';
import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import { ThenSection } from '../../register-card/then-section.tsx';
import { useText } from '../../text/use-text.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { PaymentNumbers } from './payment-numbers.tsx';
import { SupplierFacts } from './supplier-facts.tsx';
import { SupplierAddresses, SupplierContacts, SupplierEInvoice, SupplierExternalIds } from './supplier-sections.tsx';
import { SupplierSigns } from './supplier-signs.tsx';

type Props = {
  readonly supplierId: SupplierId;
  readonly day: Day;
  readonly changes: readonly RegisterChangeRow[];
  readonly onBack: () => void;
};

/** The supplier as it stood in the register when a day had ended; said so that nobody takes it for now. */
export function SupplierThen({ supplierId, day, changes, onBack }: Props) {
  const settled = changes.filter(({ change }) => change.state !== 'pending');
  const t = useText();
  const { data } = useEngineQuery('registers/as-of', { register: 'supplier', id: supplierId, day }, { fresh: true });
  if (data === undefined) return null;
  const then = data?.register === 'supplier' ? data : null;
  return (
    <ThenSection day={day} name={then?.supplier.name ?? null} notThen={t.supplierCard.notThen} onBack={onBack}>
      {then !== null && (
        <>
          <SupplierSigns supplier={then.supplier} survivorName={null} undoableThrough={null} />
          <SupplierFacts supplier={then.supplier} />
          <PaymentNumbers paymentNumbers={then.paymentNumbers} changes={settled} day={day} />
          <SupplierAddresses supplier={then.supplier} />
          <SupplierContacts supplier={then.supplier} />
          <SupplierEInvoice supplier={then.supplier} />
          <SupplierExternalIds
            supplier={then.supplier}
            externalIds={then.externalIds.flatMap(({ externalId, ...row }) =>
              externalId === undefined ? [] : [{ ...row, externalId }],
            )}
          />
        </>
      )}
    </ThenSection>
  );
}
