import type { ReactElement } from 'react';
import type { Day } from '../../../shared/base/day.ts';
import type { IntakeStatus, SourceFileRow } from '../../../shared/contract/engine.ts';
import { showFullMoment, showMoment } from '../../formats.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table-column.ts';
import { IconText } from '../../ui/icon-text.tsx';
import { DoneIcon, ErrorSignIcon, ReadingIcon, WaitingIcon } from '../../ui/icons.ts';
import { Progress } from '../../ui/progress.tsx';
import { countSentence } from './count-sentences.ts';
import { countsOfRow } from './sheet-groups.ts';

type FileStanding = { readonly text: string; readonly icon: ReactElement; readonly progress?: ReactElement };
type Options = {
  readonly t: Texts;
  readonly today: Day;
  readonly mayNot: string | undefined;
  readonly reading: IntakeStatus['reading'];
  readonly onTryAgain: (file: SourceFileRow) => void;
};

export function intakeColumns({ t, today, mayNot, reading, onTryAgain }: Options): readonly Column<SourceFileRow>[] {
  const { columns } = t.intake;
  const standing = (file: SourceFileRow) => stateOf(file, reading, t);
  return [
    { id: 'name', header: columns.name, width: 13, grow: 1, text: ({ name }) => name, cell: ({ name }) => name },
    {
      id: 'state',
      header: columns.state,
      width: 22,
      grow: 3,
      text: (file) => standing(file).text,
      cell: (file) => {
        const { text, icon, progress } = standing(file);
        return (
          <IconText icon={icon} after={progress}>
            {text}
          </IconText>
        );
      },
    },
    {
      id: 'action',
      header: columns.action,
      width: 10,
      cell: (file) =>
        file.state === 'rejected' && (
          <Button small whyNot={mayNot} onClick={() => onTryAgain(file)}>
            {t.intake.tryAgain}
          </Button>
        ),
    },
    {
      id: 'documents',
      header: columns.documents,
      width: 7.5,
      right: true,
      cell: ({ documentCount, registeredCount, state }) =>
        documentCount ??
        (state === 'received' && registeredCount > 0 ? fill(t.intake.soFar, { count: registeredCount }) : t.common.none),
    },
    {
      id: 'channel',
      header: columns.channel,
      width: 11,
      text: ({ channel, mailFrom, mailSubject }) =>
        [t.channel[channel], mailFrom ?? '', mailSubject ?? ''].filter(Boolean).join(' · '),
      cell: ({ channel, mailFrom, mailSubject }) =>
        mailFrom === null ? (
          t.channel[channel]
        ) : (
          <span title={`${mailFrom}: ${mailSubject ?? ''}`}>{`${t.channel[channel]} · ${mailFrom}`}</span>
        ),
    },
    {
      id: 'received',
      header: columns.received,
      width: 10.5,
      text: ({ receivedAtMs }) => showFullMoment(receivedAtMs),
      cell: ({ receivedAtMs }) => showMoment(receivedAtMs, today, t),
    },
  ];
}

/** How a file stands: how far its reading has come, how its pages add up, or why it could not be read and what to do. */
function stateOf(file: SourceFileRow, reading: IntakeStatus['reading'], t: Texts): FileStanding {
  const { id, state, reason } = file;
  if (state === 'rejected') {
    const { why, remedy } = readFailure(reason, t);
    return { text: `${why} ${remedy}`, icon: <ErrorSignIcon aria-hidden /> };
  }
  if (state === 'read') {
    const counts = countsOfRow(file);
    if (counts === undefined) return { text: t.fileState.read, icon: <DoneIcon aria-hidden /> };
    const { text, isRight } = countSentence(counts, t);
    return isRight ? { text, icon: <DoneIcon aria-hidden /> } : { text, icon: <ErrorSignIcon aria-hidden /> };
  }
  const now = reading.find(({ fileId }) => fileId === id);
  if (now === undefined) return { text: t.fileState.received, icon: <WaitingIcon aria-hidden /> };
  const { pagesRead, pageCount } = now;
  if (pageCount === null) return { text: t.intake.readingFile, icon: <ReadingIcon aria-hidden /> };
  const text = fill(t.intake.readingPages, { pagesRead, pageCount });
  return { text, icon: <ReadingIcon aria-hidden />, progress: <Progress name={text} done={pagesRead} of={pageCount} /> };
}

/** Why a file could not be read, and what to do. */
export const readFailure = (reason: string | null, t: Texts) =>
  Object.entries(t.readFailure).find(([code]) => code === reason)?.[1] ?? t.readFailure.unknown;
