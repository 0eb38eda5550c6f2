import { useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import type { SearchHit } from '../../../shared/contract/search.ts';
import { readSearch } from '../../../shared/domain/search/index.ts';
import { anyView, type Place, useGo } from '../../navigation.ts';
import { type CallBegun, useNoteCall } from '../../note-call.ts';
import { useSession } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { SearchDialogFrame, type SearchSection } from '../../ui/search-dialog-frame.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { hitLine } from './hit-line.tsx';
import { HitPreview } from './hit-preview.tsx';
import { useRecent } from './use-recent.ts';

const perGroup = 8;
/** What a choice leads to: a hit, or a search that was made before. */
type Lead = SearchHit | string;

/** The one search (Ctrl+K): as one types, over all that one may see; with nothing typed, what one last searched for and opened. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const noteCall = useNoteCall();
  const { today } = useSession();
  const { recent, remember } = useRecent();
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const tidy = text.trim();
  const { data: answer } = useEngineQuery('search/find', { text: tidy, limit: perGroup }, { when: tidy !== '' });
  const { data: opened = [] } = useEngineQuery('search/recall', { hits: recent.opened });
  const read = readSearch(tidy, today);
  const sought = read.ok ? read.value.terms.map(({ text: word }) => word) : [];
  const groups = tidy === '' || !read.ok ? [] : (answer?.groups ?? []);

  const leads: readonly Lead[] = tidy === '' ? [...recent.searches, ...opened] : groups.flatMap(({ hits }) => hits);
  const sections: readonly SearchSection[] =
    tidy === ''
      ? [
          {
            name: t.search.recentSearches,
            choices: recent.searches.map((search) => ({ key: `search ${search}`, title: search, note: '', end: '' })),
          },
          { name: t.search.recentlyOpened, choices: opened.map((hit) => hitLine(hit, [], t)) },
        ].filter(({ choices }) => choices.length > 0)
      : groups.map(({ kind, hits, more, cut }) => ({
          name: t.search.kind[kind],
          choices: hits.map((hit) => hitLine(hit, sought, t)),
          ...(cut ? { note: t.search.cut } : more && { note: t.search.more }),
        }));
  const at = Math.min(marked, Math.max(0, leads.length - 1));
  const lead = leads[at];

  const type = (value: string) => {
    setText(value);
    setMarked(0);
  };
  const open = (place: number, stay: boolean) => {
    const to = leads[place];
    if (to === undefined) return;
    if (typeof to === 'string') return type(to);
    setMarked(place);
    remember(text, to);
    if (!stay) onClose();
    go(placeOf(to));
  };
  useKeys(
    {
      noteAnyCall: () => {
        onClose();
        noteCall(lead === undefined || typeof lead === 'string' ? {} : callAbout(lead));
      },
    },
    { level: 2 },
  );
  const isFilling = answer?.status.isFilling === true;
  const mayStandOnPages =
    read.ok &&
    read.value.kinds.includes('invoice') &&
    read.value.terms.some(({ meaning }) => meaning === null || meaning === 'text');
  const elsewhere = mayStandOnPages ? (answer?.status.elsewhere ?? 0) : 0;
  const status =
    tidy === ''
      ? leads.length === 0
        ? t.search.nothingRecent
        : ''
      : !read.ok || answer === undefined
        ? ''
        : leads.length === 0
          ? fill(t.search.none, { text: tidy })
          : fillPlural(t.search.found, leads.length);
  return (
    <SearchDialogFrame
      title={t.search.title}
      label={t.search.box}
      hint={t.search.hint}
      value={text}
      onChange={type}
      sections={sections}
      resultsName={t.search.results}
      status={[
        status,
        isFilling && fill(t.search.filling, { done: answer.status.done, total: answer.status.total }),
        elsewhere > 0 && fillPlural(t.search.elsewhere, elsewhere),
      ]
        .filter((part) => part !== false && part !== '')
        .join(' ')}
      fault={read.ok ? null : fill(t.search.fault[read.error.code], { word: read.error.word })}
      help={t.search.scopes}
      keys={t.search.keys}
      at={at}
      onMove={setMarked}
      onOpen={open}
      previewName={t.search.preview}
      preview={
        lead === undefined || typeof lead === 'string' ? null : (
          <HitPreview key={lead.id} hit={lead} text={tidy} sought={sought} />
        )
      }
      onClose={onClose}
    />
  );
}

function placeOf(hit: SearchHit): Place {
  switch (hit.kind) {
    case 'invoice':
      return { at: 'invoice', invoiceId: hit.id, view: anyView };
    case 'supplier':
      return { at: 'suppliers', supplierId: asId(hit.id) };
    case 'customer':
      return { at: 'customers', customerId: asId(hit.id) };
    case 'article':
      return { at: 'articles', articleId: asId(hit.id) };
    case 'call':
      return { at: 'calls', callId: asId(hit.id) };
  }
}

/** What a call is about that is noted from a hit. */
function callAbout(hit: SearchHit): CallBegun {
  switch (hit.kind) {
    case 'invoice':
      return { invoice: { id: hit.id, name: [hit.supplierName, hit.number].filter(Boolean).join(' ') } };
    case 'supplier':
    case 'customer':
      return { [hit.kind]: { id: hit.id, name: hit.hit.name } };
    default:
      return {};
  }
}
