import type { IntakeStatus } from '../../shared/contract/engine.ts';
import type { TodayView } from '../../shared/contract/work-queue.ts';
import { countText } from '../count-text.ts';
import { useSession } from '../session.ts';
import { fill, fillPlural } from '../text/fill.ts';
import type { Texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { ReadingIcon, SafeIcon, WaitingIcon, WarningIcon } from '../ui/icons.ts';
import { StatusFrame } from '../ui/status-frame.tsx';
import { useConnection, useEngineQuery } from '../use-engine.ts';
import { useSyncStatus } from '../use-sync.ts';
import { useToday } from '../use-today.ts';
import { useLog } from './messages-provider.tsx';
import { syncSign } from './sync-sign.tsx';
import { useSyncNews } from './use-sync-news.ts';

type Props = { readonly onToday: () => void; readonly onLog: () => void; readonly onOutbox: () => void };

/** The line below: how things stand with the server, what falls due today, what is being read, the last message. In words, with an icon. */
export function StatusLine({ onToday, onLog, onOutbox }: Props) {
  const t = useText();
  const connection = useConnection();
  const { data: intake } = useEngineQuery('intake/status', {});
  const due = useToday();
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
      due={due && { ...dueSign(due, t), hint: t.today.status.open, onPress: onToday }}
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

/** 'Inget förfaller idag', '3 ärenden förfaller idag', '2 försenade · 3 ärenden förfaller idag'. */
function dueSign({ counts: { late, today } }: TodayView, t: Texts) {
  const { none, due } = t.today.status;
  const parts = [
    ...(late.count > 0 ? [fillPlural(t.today.status.late, countText(late, t))] : []),
    ...(today.count > 0 ? [fillPlural(due, countText(today, t))] : []),
  ];
  const Icon = late.count > 0 ? WarningIcon : today.count > 0 ? WaitingIcon : SafeIcon;
  return { icon: <Icon aria-hidden />, text: parts.length === 0 ? none : parts.join(' · ') };
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
