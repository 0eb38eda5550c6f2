import type { CallNoteRow } from '../../shared/contract/call-notes.ts';
import { showFullMoment } from '../formats.ts';
import { useGo } from '../navigation.ts';
import { type CallBegun, useNoteCall } from '../note-call.ts';
import { useWhyNot } from '../session.ts';
import { fill } from '../text/fill.ts';
import type { Texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { RecordSection } from '../ui/record-pane.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useEngineQuery } from '../use-engine.ts';

type Props = { readonly kind: 'invoice' | 'supplier' | 'customer'; readonly id: string; readonly begun: CallBegun };
const mostCalls = 20;

/** The calls about an invoice, a supplier or a customer, the newest first, and the way to note another. */
export function CallsAbout({ kind, id, begun }: Props) {
  const t = useText();
  const go = useGo();
  const noteCall = useNoteCall();
  const mayNot = useWhyNot('call-notes.note');
  useKeys({ noteAnyCall: () => noteCall(begun) });
  const { data: calls = [] } = useEngineQuery('call-notes/about', { kind, id, limit: mostCalls }, { fresh: true });
  const [newest] = calls;
  return (
    <RecordSection
      title={t.calls.title}
      acts={
        <Button small hint="Ctrl+Shift+C" whyNot={mayNot} onClick={() => noteCall(begun)}>
          {t.calls.note}
        </Button>
      }
    >
      {newest === undefined ? (
        <span>{t.calls.noneAbout}</span>
      ) : (
        <>
          <Timeline
            lines={calls.map((call) => ({
              key: call.id,
              when: showFullMoment(call.beganAtMs),
              who: call.notedBy.name,
              what: [call.reason?.name, call.caller].filter(Boolean).join(' · ') || t.calls.call,
              notes: [call.text, answerWords(call, t)].filter((note) => note !== ''),
            }))}
          />
          <LinkButton onClick={() => go({ at: 'calls', callId: newest.id })}>{t.calls.openNewest}</LinkButton>
        </>
      )}
    </RecordSection>
  );
}

/** Whether somebody waits to be got back to, and by when. */
export function answerWords({ awaits, answered }: Pick<CallNoteRow, 'awaits' | 'answered'>, t: Texts): string {
  if (answered !== null) return fill(t.calls.answeredBy, { name: answered.by, at: showFullMoment(answered.atMs) });
  if (awaits === null) return '';
  return awaits.dueMs === null ? t.calls.awaits : fill(t.calls.awaitsBy, { at: showFullMoment(awaits.dueMs) });
}
