import type { ReactNode } from 'react';
import type { CommandId } from '../../../shared/base/ids.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllDoneIcon } from '../../ui/icons.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { ConflictView } from './conflict-view.tsx';

type Props = {
  readonly commandId: CommandId;
  readonly onLeave: () => void;
  /** The page of an invoice, to see what stands on the paper. */
  readonly picture: (invoice: SupplierInvoice) => ReactNode;
};

/** Refused work beside what the server has. Closing it decides nothing. */
export function ConflictScreen({ commandId, onLeave, picture }: Props) {
  const t = useText();
  const { data: conflict } = useEngineQuery('sync/conflict', { commandId }, { fresh: true });
  useKeys({ back: onLeave });
  if (conflict === undefined) return null;
  if (conflict === null)
    return (
      <EmptyState icon={<AllDoneIcon aria-hidden />} title={t.conflict.gone}>
        <Button onClick={onLeave}>{t.common.close}</Button>
      </EmptyState>
    );
  return <ConflictView key={commandId} conflict={conflict} onLeave={onLeave} picture={picture} />;
}
