import type { IntakeStatus } from '../../shared/contract/engine.ts';
import { useSession } from '../session.ts';
import { fill, fillPlural } from '../text/fill.ts';
import type { Texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { ReadingIcon, WarningIcon } from '../ui/icons.ts';
import { StatusFrame } from '../ui/status-frame.tsx';
import { useConnection, useEngineQuery } from '../use-engine.ts';
import { useSyncStatus } from '../use-sync.ts';
import { useLog } from './messages-provider.tsx';
import { syncSign } from './sync-sign.tsx';
import { useSyncNews } from './use-sync-news.ts';

type Props = { readonly onLog: () => void; readonly onOutbox: () => void };

/** The line below: how things stand with the server, what is being read, the last message. In words, with an icon. */
export function StatusLine({ onLog, onOutbox }: Props) {
  const t = useText();
  const connection = useConnection();
  const { data: intake } = useEngineQuery('intake/status', {});
  const log = useLog();
  const last = log.at(-1);
  const { today } = useSession();
  const status = useSyncStatus();
  useSyncNews();
  const sign =
    connection === 'connected'
      ? status && syncSign(status, today, t)
      : { icon: <WarningIcon aria-hidden />, text: t.status.reconnecting, alerts: [] };
  // What is amiss takes the room of readers that have nothing to do.
  const isIdle = intake?.reading.length === 0 && intake.waiting === 0;
  const shownIntake = isIdle && sign !== undefined && sign.alerts.length > 0 ? undefined : intake;
  return (
    <StatusFrame
      name={t.shell.status}
      state={{
        icon: sign?.icon ?? <ReadingIcon aria-hidden />,
        text: sign?.text ?? t.status.connecting,
        hint: `${t.sync.open} (Ctrl+Shift+S)`,
      }}
      alerts={sign?.alerts ?? []}
      onState={onOutbox}
      reading={shownIntake && { icon: <ReadingIcon aria-hidden />, text: readingSentence(shownIntake, t) }}
      readers={
        shownIntake &&
        (shownIntake.readersReady === 0 ? t.status.noReaders : fillPlural(t.status.readers, shownIntake.readersReady))
      }
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
        ? fill(t.status.reading, { fileName: first.fileName })
        : fill(t.status.readingOf, { fileName: first.fileName, pagesRead: first.pagesRead, pageCount: first.pageCount });
  return waiting === 0 ? now : `${now} · ${fillPlural(t.status.waiting, waiting)}`;
}
