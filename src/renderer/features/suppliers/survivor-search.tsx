import { useState } from 'react';
import { asId, type SupplierId } from '../../../shared/base/ids.ts';
import type { ShownSupplier } from '../../../shared/domain/suppliers/index.ts';
import { useText } from '../../text/use-text.ts';
import { SearchList } from '../../ui/search-list.tsx';
import { useEngineQuery } from '../../use-engine.ts';

type Props = {
  readonly merged: ShownSupplier;
  readonly onPick: (survivor: { readonly id: SupplierId; readonly name: string }) => void;
};

/** Finds the supplier that another is to be merged into. Begins with those that are named alike. */
export function SurvivorSearch({ merged, onPick }: Props) {
  const t = useText();
  const [text, setText] = useState(merged.name);
  const { data } = useEngineQuery('registers/search', { register: 'supplier', text, limit: 8 });
  const found = (data?.hits ?? []).filter(({ id }) => id !== merged.id);
  return (
    <SearchList
      label={t.change.survivor}
      hint={t.change.survivorHint}
      search={text}
      onSearch={setText}
      none={t.change.survivorNone}
      choices={found.map(({ id, name, number, city }) => ({
        key: id,
        text: name,
        note: [number ?? '', city ?? ''].filter((part) => part !== '').join(' · '),
      }))}
      onPick={(index) => {
        const hit = found[index];
        if (hit !== undefined) onPick({ id: asId<'supplier'>(hit.id), name: hit.name });
      }}
    />
  );
}
