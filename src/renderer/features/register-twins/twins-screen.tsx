import { useMemo, useState } from 'react';
import { useGo } from '../../navigation.ts';
import { useWhyNot } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { SearchIcon } from '../../ui/icons.ts';
import { Screen } from '../../ui/screen.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useTask } from '../../use-execute.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { TwinPane } from './twin-pane.tsx';
import { NoPairs, SearchProgress } from './twin-search.tsx';
import { pairKey, twinColumns } from './twin-words.ts';
import { useTwins } from './use-twins.ts';

/** Dubbletter i registret: pairs of suppliers that may be one, the surest first; each is merged or dismissed. */
export function TwinsScreen() {
  const t = useText();
  const sortWords = useSortWords();
  const go = useGo();
  const task = useTask();
  const { status, pairs, hasMore, fetchMore } = useTwins();
  const [marked, setMarked] = useState<string>();
  const mayNot = useWhyNot('suppliers.register');
  const columns = useMemo(() => twinColumns(t), [t]);
  const pair = pairs.find((one) => pairKey(one) === marked) ?? pairs[0];
  const isRunning = status?.state === 'running';
  const find = () => {
    if (mayNot !== undefined || isRunning) return false;
    void task('registers/find-twins', { register: 'supplier' });
    return true;
  };
  useKeys({ findTwins: find, back: () => go({ at: 'suppliers' }) });
  return (
    <Screen
      title={t.twins.title}
      tabs={
        status !== undefined && (
          <SearchProgress
            status={status}
            said={
              pairs.length === 0
                ? ''
                : fillPlural(t.twins.found, hasMore ? fill(t.queueScreen.capped, { count: pairs.length }) : pairs.length)
            }
          />
        )
      }
      actions={
        <>
          <Button look="subtle" hint="Esc" onClick={() => go({ at: 'suppliers' })}>
            {`← ${t.twins.back}`}
          </Button>
          {isRunning ? (
            <Button onClick={() => void task('registers/stop-finding-twins', {})}>{t.twins.stop}</Button>
          ) : (
            <Button look="primary" icon={<SearchIcon />} hint="F5" whyNot={mayNot} onClick={find}>
              {status?.state === 'none' ? t.twins.find : t.twins.findAgain}
            </Button>
          )}
        </>
      }
    >
      {status === undefined ? null : pair === undefined ? (
        <NoPairs status={status} />
      ) : (
        <SideBySide
          left={
            <DataTable
              name={t.twins.table}
              rows={pairs}
              columns={columns}
              rowKey={pairKey}
              onMark={(one) => setMarked(pairKey(one))}
              onNearEnd={fetchMore}
              startKey={pairKey(pair)}
              sortWords={sortWords}
              takesFocus
            />
          }
          right={<TwinPane key={pairKey(pair)} pair={pair} />}
        />
      )}
    </Screen>
  );
}
