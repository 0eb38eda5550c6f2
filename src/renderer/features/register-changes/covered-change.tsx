import { useState } from 'react';
import type { RegisterChange } from '../../../shared/domain/register-changes/index.ts';
import { wantedSentence } from '../../change-sentences.ts';
import { showMomentInProse } from '../../formats.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { useUntil } from '../../use-until.ts';

/** Fewest characters of a reason: see `reasonSchema`. */
const leastReason = 5;

/** A person's number that a change is about is covered; who is to decide it sees it for a while, having said why. */
export function CoveredChange({ change: { id, wanted } }: { readonly change: RegisterChange }) {
  const t = useText();
  const { today } = useSession();
  const execute = useExecute();
  const mayNot = useWhyNot('register-changes.decide');
  const [asking, setAsking] = useState(false);
  const isCovered = wanted.kind === 'set-organisation-number' && `${wanted.from}${wanted.to}`.includes('•');
  const { data } = useEngineQuery(
    'register-changes/revealed',
    { changeId: id },
    { when: isCovered && mayNot === undefined, fresh: true },
  );
  const isShown = useUntil(data?.untilMs);
  if (!isCovered) return null;
  const reveal = async (reason: string) => {
    const revealed = await execute('registers/reveal-change', { changeId: id, reason });
    if (revealed.ok) setAsking(false);
  };
  if (isShown && data)
    return (
      <div className="no-print">
        <Notice kind="info">
          <strong>{wantedSentence(data.wanted, null, t)}</strong>
          <div>{fill(t.supplierFacts.shownUntil, { at: showMomentInProse(data.untilMs, today, t) })}</div>
        </Notice>
      </div>
    );
  return (
    <Stack>
      <Notice
        kind="info"
        {...(!asking && {
          actions: (
            <Button small whyNot={mayNot} onClick={() => setAsking(true)}>
              {t.supplierFacts.show}
            </Button>
          ),
        })}
      >
        {t.supplierFacts.changeCovered}
      </Notice>
      {asking && (
        <ReasonForm
          label={t.supplierFacts.showWhy}
          hint={t.supplierFacts.showWhyHint}
          button={t.supplierFacts.show}
          missing={t.supplierFacts.showWhyMissing}
          least={leastReason}
          onSay={reveal}
        />
      )}
    </Stack>
  );
}
