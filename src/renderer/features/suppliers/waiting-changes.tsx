import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import { reasonOf, wantedSentence } from '../../change-sentences.ts';
import { showMoment } from '../../formats.ts';
import { useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { CardList } from '../../ui/card-list.tsx';

/** What waits for a second person: what, who asked for it and why, and the number to ring. */
export function WaitingChanges({ rows }: { readonly rows: readonly RegisterChangeRow[] }) {
  const t = useText();
  const go = useGo();
  const { today } = useSession();
  return (
    <CardList
      name={t.supplierCard.waits}
      cards={rows.map(({ change, object, requestedByName, callBackByName }) => {
        const { callBack, ring } = change;
        const asked = fill(t.supplierCard.askedBy, {
          name: requestedByName,
          at: showMoment(change.requestedAtMs, today, t),
        });
        const rung =
          callBack !== undefined
            ? [fill(t.supplierCard.ringDone, { name: callBackByName ?? '', at: showMoment(callBack.atMs, today, t) })]
            : change.wanted.kind === 'add-payment-number' && ring !== undefined
              ? [fill(t.supplierCard.ring, { number: ring })]
              : [];
        return {
          key: change.id,
          title: wantedSentence(change.wanted, object, t),
          lines: [`${asked}. ${reasonOf(change, t)}`, ...rung],
          acts: (
            <Button small onClick={() => go({ at: 'changes', changeId: change.id })}>
              {t.supplierCard.openChange}
            </Button>
          ),
        };
      })}
    />
  );
}
