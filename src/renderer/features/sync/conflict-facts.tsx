import type { ReactNode } from 'react';
import type { Conflict } from '../../../shared/contract/engine.ts';
import { eventSentence, invoiceName } from '../../sentences.ts';
import { rejectionSentence } from '../../sync-sentences.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { whoAndWhen } from './conflict-rows.ts';

type Props = { readonly conflict: Conflict; readonly whyNot: string | undefined; readonly children: ReactNode };

/** Why it was refused, what it is compared with, whether the clerk's side can still be taken, and what happened on the server. */
export function ConflictFacts({ conflict, whyNot, children }: Props) {
  const t = useText();
  const { work, mine, theirHistory } = conflict;
  const [last] = theirHistory;
  return (
    <>
      <Stack padded>
        <Notice kind="error">
          <strong>{fill(t.outbox.why, { why: rejectionSentence(work.error, t) })}</strong>
          <br />
          {comparedWith(conflict, t)}
          {last !== undefined &&
            ` ${fill(t.conflict.lastThere, { what: eventSentence(last.event, t), by: whoAndWhen(last, t) })}`}
        </Notice>
        <p>
          {mine === null
            ? t.conflict.noMine
            : work.error.code === 'duplicate-invoice'
              ? t.conflict.duplicateNext
              : (whyNot ?? t.conflict.legend)}
        </p>
        {children}
      </Stack>
      {theirHistory.length > 0 && (
        <Disclosure title={t.conflict.history} startsOpen={false}>
          <Timeline
            lines={theirHistory.map((line) => ({
              key: line.eventId,
              when: whoAndWhen(line, t),
              who: '',
              what: eventSentence(line.event, t),
              notes: [],
            }))}
          />
        </Disclosure>
      )}
    </>
  );
}

/** What the server's side is: the same invoice, or another that stands in the way. */
function comparedWith({ mine, theirs, work }: Conflict, t: Texts): string {
  if (theirs === null) return t.conflict.noTheirs;
  const state = t.invoiceState[theirs.state];
  const own = mine?.id ?? work.about?.id;
  return own === theirs.id
    ? fill(t.conflict.sameInvoice, { state })
    : fill(t.conflict.otherInvoice, { invoice: invoiceName(theirs, t), state });
}
