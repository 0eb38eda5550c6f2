import { useMemo, useState } from 'react';
import { type CallNoteRow, type CallShow, callShows } from '../../../shared/contract/call-notes.ts';
import type { CallNoteId } from '../../../shared/domain/call-notes/index.ts';
import { useNoteCall } from '../../note-call.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CallIcon } from '../../ui/icons.ts';
import { Screen } from '../../ui/screen.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { CallCardPane } from './call-card-pane.tsx';
import { callColumns } from './call-columns.tsx';
import { CallFilters, filterInput, isFiltered, noFilter } from './call-filters.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';

/** More come when the last rows are in view. */
const step = 200;
const mostRows = 500;

/** Samtal: notes of calls, the newest first; and whom somebody has to get back to, the most pressed first. */
export function CallsScreen({ callId }: { readonly callId: CallNoteId | undefined }) {
  const t = useText();
  const sortWords = useSortWords();
  const noteCall = useNoteCall();
  const { today } = useSession();
  const mayNot = useWhyNot('call-notes.note');
  const mayNotKeep = useWhyNot('call-reasons.keep');
  const [show, setShow] = useState<CallShow>('all');
  const [filter, setFilter] = useState(noFilter);
  const [limit, setLimit] = useState(step);
  const [marked, setMarked] = useState<CallNoteId>();
  const [isKeeping, setKeeping] = useState(false);
  const asked = filterInput(filter, today);
  const { data } = useEngineQuery(
    'call-notes/list',
    { ...(asked ?? filterInput(noFilter, today)), show, after: null, limit },
    { when: mayNot === undefined && asked !== undefined },
  );
  const rows = data?.rows ?? none;
  const chosen = marked ?? callId ?? rows[0]?.id;
  const columns = useMemo(() => callColumns(t, today), [t, today]);
  const turn = (by: 1 | -1) => setShow(callShows[(callShows.indexOf(show) + by + callShows.length) % callShows.length] ?? 'all');
  useKeys({ previousView: () => turn(-1), nextView: () => turn(1) });
  return (
    <Screen
      title={t.calls.title}
      tabs={
        <Tabs
          label={t.calls.views}
          chosen={show}
          onChoose={setShow}
          tabs={callShows.map((name) => ({ name, text: t.calls.show[name] }))}
        />
      }
      actions={
        <>
          <Button whyNot={mayNotKeep} pressed={isKeeping} onClick={() => setKeeping(!isKeeping)}>
            {t.calls.reasons}
          </Button>
          <Button look="primary" hint="Ctrl+Shift+C" whyNot={mayNot} onClick={() => noteCall({})}>
            {t.calls.note}
          </Button>
        </>
      }
    >
      <SideBySide
        left={
          <>
            <CallFilters filter={filter} onChange={setFilter} />
            {rows.length === 0 && (data !== undefined || mayNot !== undefined) ? (
              <EmptyState
                icon={<CallIcon aria-hidden />}
                title={mayNot ?? (isFiltered(filter) ? t.calls.noneFound : t.calls.none[show])}
                hint={mayNot !== undefined ? '' : isFiltered(filter) ? t.calls.noneFoundHint : t.calls.noneHint}
              />
            ) : (
              <DataTable
                key={show}
                name={t.calls.table}
                rows={rows}
                columns={columns}
                rowKey={rowKey}
                onMark={({ id }) => setMarked(id)}
                onNearEnd={() => data?.next != null && limit < mostRows && setLimit(mostRows)}
                startKey={chosen}
                sortWords={sortWords}
                takesFocus
              />
            )}
          </>
        }
        right={
          isKeeping ? (
            <ReasonsPanel onClose={() => setKeeping(false)} />
          ) : (
            chosen !== undefined && <CallCardPane key={chosen} callId={chosen} />
          )
        }
      />
    </Screen>
  );
}

const none: readonly CallNoteRow[] = [];
const rowKey = ({ id }: CallNoteRow): string => id;
