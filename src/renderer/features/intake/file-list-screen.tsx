import { useMemo } from 'react';
import type { SourceFileId } from '../../../shared/base/ids.ts';
import type { SourceFileRow } from '../../../shared/contract/engine.ts';
import { useSay } from '../../messages.ts';
import { useGo } from '../../navigation.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { InboxIcon } from '../../ui/icons.ts';
import { PathNote } from '../../ui/path-note.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { AddFiles } from './add-files.tsx';
import { intakeColumns } from './intake-columns.tsx';

type Props = { readonly files: readonly SourceFileRow[] | undefined; readonly isPending: boolean };

/** The files that came in, how far they have been read, and why some could not be. Each opens its pages. */
export function FileListScreen({ files = none, isPending }: Props) {
  const go = useGo();
  const t = useText();
  const sortWords = useSortWords();
  const say = useSay();
  const { today } = useSession();
  const execute = useExecute();
  const mayNot = useWhyNot('intake.receive');
  const { data: status } = useEngineQuery('intake/status', {});
  const columns = useMemo(() => {
    const tryAgain = async ({ id, name }: SourceFileRow) => {
      const result = await execute('intake/try-again', { fileId: id });
      if (result.ok) say('note', fill(t.intake.triedAgain, { fileName: name }));
    };
    return intakeColumns({ t, today, mayNot, reading: status?.reading ?? [], onTryAgain: (file) => void tryAgain(file) });
  }, [t, today, mayNot, status, execute, say]);
  return (
    <Screen
      title={t.intake.title}
      tabs={status && <PathNote label={t.intake.folder} path={status.watchedFolder} />}
      actions={<AddFiles />}
    >
      {files.length === 0 && !isPending ? (
        <EmptyState icon={<InboxIcon aria-hidden />} title={t.intake.empty} hint={t.intake.emptyHint} />
      ) : (
        <DataTable
          name={t.intake.table}
          rows={files}
          columns={columns}
          rowKey={rowKey}
          onOpen={({ id }) => {
            lastOpened = id;
            go({ at: 'intake', fileId: id });
          }}
          startKey={lastOpened}
          sortWords={sortWords}
          takesFocus
        />
      )}
    </Screen>
  );
}

/** The file that was opened last is marked when the clerk comes back. */
let lastOpened: SourceFileId | undefined;

const none: readonly SourceFileRow[] = [];
const rowKey = ({ id }: SourceFileRow): string => id;
