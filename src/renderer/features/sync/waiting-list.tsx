import { useMemo } from 'react';
import type { WaitingLine } from '../../../shared/contract/engine.ts';
import { showMoment } from '../../formats.ts';
import { anyView, useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { rejectionSentence, subjectSentence } from '../../sync-sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { CardList } from '../../ui/card-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PanelSection } from '../../ui/panel-section.tsx';

type Props = { readonly waiting: readonly WaitingLine[]; readonly limit: number; readonly onGone: () => void };

/** What has no answer yet: what, about which invoice, who and when, and what it waits for. */
export function WaitingList({ waiting, limit, onGone }: Props) {
  const t = useText();
  const go = useGo();
  const { today } = useSession();
  const cards = useMemo(
    () =>
      waiting.map(({ commandId, name, about, actorName, issuedAtMs, waitsForBlobs, doubt }) => {
        const subject = subjectSentence(about, t);
        const done = fill(t.outbox.done, { who: actorName, at: showMoment(issuedAtMs, today, t) });
        return {
          key: commandId,
          title: t.command[name],
          lines: [
            about?.entity === 'supplierInvoice' ? (
              <LinkButton
                key="subject"
                name={fill(t.outbox.openNamed, { subject })}
                onClick={() => {
                  onGone();
                  go({ at: 'invoice', invoiceId: about.id, view: anyView });
                }}
              >
                {subject}
              </LinkButton>
            ) : (
              subject
            ),
            waitsForBlobs ? `${done} · ${t.outbox.waitsForBlobs}` : done,
            ...(doubt === null
              ? []
              : [<strong key="doubt">{fill(t.outbox.doubtWhy, { why: rejectionSentence(doubt, t) })}</strong>]),
          ],
        };
      }),
    [waiting, t, today, go, onGone],
  );
  return (
    <PanelSection title={t.outbox.waitingTitle}>
      {waiting.length === 0 ? <p>{t.outbox.waitingNone}</p> : <CardList name={t.outbox.waitingTitle} cards={cards} />}
      {waiting.length >= limit && <p>{fill(t.outbox.more, { count: limit })}</p>}
    </PanelSection>
  );
}
