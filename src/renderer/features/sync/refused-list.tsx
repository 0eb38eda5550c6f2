import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RefusedWork } from '../../../shared/contract/engine.ts';
import { showMoment } from '../../formats.ts';
import { useSay } from '../../messages.ts';
import { anyView, useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { rejectionSentence, subjectSentence } from '../../sync-sentences.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { CardList } from '../../ui/card-list.tsx';
import { PanelSection } from '../../ui/panel-section.tsx';
import { useTask } from '../../use-execute.ts';

type Props = {
  readonly refused: readonly RefusedWork[];
  /** The clerk goes to look at something: the panel stands in the way. */
  readonly onGone: () => void;
};

/** What the server refused, by what hangs together: what was wanted, why not, and what the clerk can do. */
export function RefusedList({ refused, onGone }: Props) {
  const t = useText();
  const go = useGo();
  const say = useSay();
  const task = useTask();
  const queries = useQueryClient();
  const { today } = useSession();

  const cards = useMemo(() => {
    const dealWith = async (work: RefusedWork) => {
      const dealt = await task('sync/deal-with', { commandIds: [...work.commandIds] });
      if (!dealt.ok) return;
      say('note', fill(t.outbox.dealtWith, { what: subjectSentence(work.about, t) }));
      await queries.invalidateQueries({ queryKey: ['sync/outbox'] });
    };
    return refused.map((work) => {
      const { commandId, commandIds, name, about, actorName, issuedAtMs, error } = work;
      const steps = commandIds.length > 1 ? ` · ${fillPlural(t.outbox.steps, commandIds.length)}` : '';
      return {
        key: commandId,
        title: fill(t.outbox.wanted, { what: t.command[name], subject: subjectSentence(about, t) }),
        lines: [
          `${fill(t.outbox.done, { who: actorName, at: showMoment(issuedAtMs, today, t) })}${steps}`,
          <strong key="why">{fill(t.outbox.why, { why: rejectionSentence(error, t) })}</strong>,
        ],
        acts: (
          <>
            <Button
              small
              look="primary"
              onClick={() => {
                onGone();
                go({ at: 'conflict', commandId });
              }}
            >
              {t.outbox.show}
            </Button>
            {about?.entity === 'supplierInvoice' && (
              <Button
                small
                onClick={() => {
                  onGone();
                  go({ at: 'invoice', invoiceId: about.id, view: anyView });
                }}
              >
                {t.outbox.openInvoice}
              </Button>
            )}
            <Button small hint={t.outbox.dealWithHint} onClick={() => void dealWith(work)}>
              {t.outbox.dealWith}
            </Button>
          </>
        ),
      };
    });
  }, [refused, t, today, go, onGone, say, task, queries]);

  return (
    <PanelSection title={t.outbox.refusedTitle}>
      {refused.length === 0 ? <p>{t.outbox.refusedNone}</p> : <CardList roomy name={t.outbox.refusedTitle} cards={cards} />}
      {refused.length > 0 && <p>{fill(t.outbox.dealWithNote, { button: t.outbox.dealWith })}</p>}
    </PanelSection>
  );
}
