import type { ShownSupplier } from '../../../shared/domain/suppliers/index.ts';
import { useGo } from '../../navigation.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';

type Props = { readonly supplier: ShownSupplier; readonly survivorName: string | null };

/** What must not be missed: that nothing is paid, and why; that another has taken the supplier's place; that it has ended. */
export function SupplierSigns({ supplier: { blockedFor, mergedInto, endedOn }, survivorName }: Props) {
  const t = useText();
  const go = useGo();
  const name = survivorName ?? t.change.mergedInto;
  return (
    <>
      {blockedFor !== undefined && (
        <Notice kind="error">
          <strong>{fill(t.supplierCard.blocked, { reason: blockedFor })}</strong>
          <div>{t.supplierCard.blockedNote}</div>
        </Notice>
      )}
      {mergedInto !== undefined && (
        <Notice kind="warning">
          {fill(t.supplierCard.merged, { name })}{' '}
          <LinkButton onClick={() => go({ at: 'suppliers', supplierId: mergedInto })}>
            {fill(t.supplierCard.openSurvivor, { name })}
          </LinkButton>
        </Notice>
      )}
      {endedOn !== undefined && <Notice kind="warning">{fill(t.supplierCard.ended, { day: endedOn })}</Notice>}
    </>
  );
}
