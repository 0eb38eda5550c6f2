import type { Day } from '../../../shared/base/day.ts';
import type { ShownSupplier } from '../../../shared/domain/suppliers/index.ts';
import { useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';

type Props = {
  readonly supplier: ShownSupplier;
  readonly survivorName: string | null;
  /** The last day on which its merge can be undone; null: not known, or not asked. */
  readonly undoableThrough: Day | null;
};

/** What must not be missed: that nothing is paid, and why; that another has taken the supplier's place; that it has ended. */
export function SupplierSigns({ supplier, survivorName, undoableThrough: day }: Props) {
  const t = useText();
  const go = useGo();
  const { today } = useSession();
  const { blockedFor, mergedInto, endedOn } = supplier;
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
          {day !== null && <div>{fill(today <= day ? t.supplierCard.undoable : t.supplierCard.notUndoable, { day })}</div>}
        </Notice>
      )}
      {endedOn !== undefined && <Notice kind="warning">{fill(t.supplierCard.ended, { day: endedOn })}</Notice>}
    </>
  );
}
