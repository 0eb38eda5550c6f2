import type { IntakeStatus } from '../../shared/contract/engine.ts';
import { fill, fillPlural } from '../text/fill.ts';
import type { Texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { ReadingIcon, SafeIcon, WarningIcon } from '../ui/icons.ts';
import { StatusFrame } from '../ui/status-frame.tsx';
import { useConnection, useEngineQuery } from '../use-engine.ts';
import { useLog } from './messages-provider.tsx';

type Props = { readonly onLog: () => void };

/** The line below: whether all is saved, what is being read, the last message. In words, with an icon. */
export function StatusLine({ onLog }: Props) {
  const t = useText();
  const connection = useConnection();
  const { data: intake } = useEngineQuery('intake/status', {});
  const log = useLog();
  const last = log.at(-1);
  const isConnected = connection === 'connected';
  return (
    <StatusFrame
      name={t.shell.status}
      state={
        isConnected
          ? { icon: <SafeIcon aria-hidden />, text: t.status.saved }
          : { icon: <WarningIcon aria-hidden />, text: t.status.reconnecting }
      }
      reading={intake && { icon: <ReadingIcon aria-hidden />, text: readingSentence(intake, t) }}
      readers={intake && (intake.readersReady === 0 ? t.status.noReaders : fillPlural(t.status.readers, intake.readersReady))}
      message={last?.kind === 'note' ? last.text : ''}
      log={fillPlural(t.status.log, log.length)}
      logHint="F9"
      onLog={onLog}
    />
  );
}

function readingSentence({ reading, waiting }: IntakeStatus, t: Texts): string {
  const [first] = reading;
  const now =
    first === undefined
      ? t.status.idle
      : first.pageCount === null
        ? fill(t.status.reading, { fileName: first.fileName, page: first.page })
        : fill(t.status.readingOf, { fileName: first.fileName, page: first.page, pageCount: first.pageCount });
  return waiting === 0 ? now : `${now} · ${fillPlural(t.status.waiting, waiting)}`;
}
