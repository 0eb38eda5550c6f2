import { useMemo } from 'react';
import type { SourceFileRow } from '../../../shared/contract/engine.ts';
import { useSay } from '../../messages.ts';
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
import { AddFiles } from './add-files.tsx';
import { intakeColumns } from './intake-columns.tsx';

const mostFiles = 500;

/** Inkommet: the files that came in, how far they have been read, and why some could not be. */
export function IntakeScreen() {
  const t = useText();
  const say = useSay();
  const { today } = useSession();
  const execute = useExecute();
  const mayNot = useWhyNot('intake.receive');
  const { data: files = none, isPending } = useEngineQuery('intake/files', { limit: mostFiles });
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
          sortWords={{ ascending: t.queueScreen.ascending, descending: t.queueScreen.descending, hint: t.queueScreen.sortHint }}
          takesFocus
        />
      )}
    </Screen>
  );
}

const none: readonly SourceFileRow[] = [];
const rowKey = ({ id }: SourceFileRow): string => id;
