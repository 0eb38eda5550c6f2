import type { Day } from '../../../shared/base/day.ts';
import type { IntakeStatus, SourceFileRow } from '../../../shared/contract/engine.ts';
import { showFullMoment, showMoment } from '../../formats.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table-column.ts';
import { IconText } from '../../ui/icon-text.tsx';
import { DoneIcon, ErrorSignIcon, ReadingIcon } from '../../ui/icons.ts';

type Options = {
  readonly t: Texts;
  readonly today: Day;
  readonly mayNot: string | undefined;
  readonly reading: IntakeStatus['reading'];
  readonly onTryAgain: (file: SourceFileRow) => void;
};

export function intakeColumns({ t, today, mayNot, reading, onTryAgain }: Options): readonly Column<SourceFileRow>[] {
  const { columns } = t.intake;
  const state = (file: SourceFileRow) => stateSentence(file, reading, t);
  return [
    { id: 'name', header: columns.name, width: 13, grow: 1, text: ({ name }) => name, cell: ({ name }) => name },
    {
      id: 'state',
      header: columns.state,
      width: 26,
      grow: 3,
      text: state,
      cell: (file) => <IconText icon={icons[file.state]}>{state(file)}</IconText>,
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
    { id: 'pages', header: columns.pages, width: 5, right: true, cell: ({ pageCount }) => pageCount ?? t.common.none },
    {
      id: 'documents',
      header: columns.documents,
      width: 7.5,
      right: true,
      cell: ({ documentCount }) => documentCount ?? t.common.none,
    },
    { id: 'channel', header: columns.channel, width: 11, cell: ({ channel }) => t.channel[channel] },
    {
      id: 'received',
      header: columns.received,
      width: 10.5,
      text: ({ receivedAtMs }) => showFullMoment(receivedAtMs),
      cell: ({ receivedAtMs }) => showMoment(receivedAtMs, today, t),
    },
  ];
}

function stateSentence({ id, state, reason }: SourceFileRow, reading: IntakeStatus['reading'], t: Texts): string {
  if (state === 'rejected') {
    const { why, remedy } = readFailure(reason, t);
    return `${why} ${remedy}`;
  }
  const now = reading.find(({ fileId }) => fileId === id);
  if (state !== 'received' || now === undefined) return t.fileState[state];
  const { pagesRead, pageCount } = now;
  return pageCount === null ? t.intake.readingFile : fill(t.intake.readingPages, { pagesRead, pageCount });
}

/** Why a file could not be read, and what to do. */
const readFailure = (reason: string | null, t: Texts) =>
  Object.entries(t.readFailure).find(([code]) => code === reason)?.[1] ?? t.readFailure.unknown;

const icons = { received: <ReadingIcon aria-hidden />, read: <DoneIcon aria-hidden />, rejected: <ErrorSignIcon aria-hidden /> };
