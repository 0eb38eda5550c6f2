import { useMemo } from 'react';
import type { SupplierId } from '../../../shared/base/ids.ts';
import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import { HistoryList } from '../../register-card/history-list.tsx';
import { useText } from '../../text/use-text.ts';
import { historyWords } from './history-words.ts';

type Props = { readonly supplierId: SupplierId; readonly changes: readonly RegisterChangeRow[] };

/** What has happened to the supplier, with what was asked for in words. */
export function SupplierHistory({ supplierId, changes }: Props) {
  const t = useText();
  const wanted = useMemo(() => new Map(changes.map(({ change }) => [change.id as string, change.wanted])), [changes]);
  return <HistoryList register="supplier" id={supplierId} words={(line) => historyWords(line, wanted, t)} />;
}
