import { useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import type { SearchHit } from '../../../shared/contract/search.ts';
import { useText } from '../../text/use-text.ts';
import { SearchList } from '../../ui/search-list.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import type { CallChange } from './call-draft.ts';

const perKind = 4;

/** Finds the invoice, supplier or customer that the call is about. */
export function LinkSearch({ onLink }: { readonly onLink: (change: CallChange) => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const { data } = useEngineQuery('search/find', { text: text.trim(), limit: perKind }, { when: text.trim() !== '' });
  const hits = text.trim() === '' ? [] : (data?.groups ?? []).flatMap((group) => group.hits);
  const links = hits.flatMap((hit) => linkOf(hit) ?? []);
  return (
    <SearchList
      label={t.calls.linkSearch}
      hint={t.calls.linkHint}
      search={text}
      onSearch={setText}
      none={text.trim() === '' ? '' : t.calls.linkNone}
      choices={links.map(({ kind, id, name }) => ({ key: `${kind} ${id}`, text: name, note: t.search.oneKind[kind] }))}
      onPick={(place) => {
        const link = links[place];
        if (link !== undefined) onLink({ [link.kind]: { id: link.id, name: link.name } });
      }}
    />
  );
}

function linkOf(hit: SearchHit) {
  switch (hit.kind) {
    case 'invoice':
      return { kind: hit.kind, id: hit.id, name: [hit.supplierName, hit.number].filter(Boolean).join(' ') };
    case 'supplier':
    case 'customer':
      return { kind: hit.kind, id: asId<never>(hit.id), name: hit.hit.name };
    default:
      return undefined;
  }
}
