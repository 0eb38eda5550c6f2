import { useState } from 'react';
import type { ImportedChange } from '../../../shared/contract/register-changes.ts';
import { useWhyNot } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { WorkLine } from '../../ui/work-line.tsx';
import { useWhyNoServer } from '../../use-sync.ts';
import type { Outcome } from './use-decide-together.ts';

type Props = {
  /** The chosen ones that may be approved. */
  readonly toApprove: readonly ImportedChange[];
  /** All that are chosen: those of which the supplier is to be rung first can be refused. */
  readonly chosen: readonly ImportedChange[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly work: { readonly done: number; readonly of: number } | undefined;
  readonly onDecide: (rows: readonly ImportedChange[], refusal: string | null) => Promise<number>;
  readonly onStop: () => void;
};
const leastReason = 5;

/** How many are chosen and what came of those that were decided, in words; to approve or refuse them together. */
export function TogetherBar({ toApprove, chosen, outcomes, work, onDecide, onStop }: Props) {
  const t = useText();
  const mayNot = useWhyNot('register-changes.decide');
  const noServer = useWhyNoServer();
  const [refusing, setRefusing] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [tried, setTried] = useState(false);
  const cannot = mayNot ?? noServer;
  const whyNotApprove = cannot ?? (toApprove.length === 0 ? t.changesOfImport.nothingToApprove : undefined);
  const whyNotRefuse = cannot ?? (chosen.length === 0 ? t.changesOfImport.nothingChosen : undefined);
  const approve = () => {
    if (whyNotApprove === undefined) void onDecide(toApprove, null);
  };
  const refuse = () => {
    setTried(true);
    if (whyNotRefuse !== undefined || refusal.trim().length < leastReason) return;
    setRefusing(false);
    void onDecide(chosen, refusal.trim());
  };
  if (work !== undefined)
    return (
      <>
        <WorkLine text={fill(t.changesOfImport.work, work)} done={work.done} of={work.of} />
        <span>
          <Button onClick={onStop}>{t.changesOfImport.stop}</Button>
        </span>
      </>
    );
  return (
    <>
      <ActionBar name={t.changesOfImport.bar} says={saysOf(chosen.length, [...outcomes.values()], t)}>
        <Button look="primary" icon={<DoneIcon />} whyNot={whyNotApprove} onClick={approve}>
          {fillPlural(t.changesOfImport.approve, toApprove.length)}
        </Button>
        <Button whyNot={whyNotRefuse} onClick={() => whyNotRefuse === undefined && setRefusing(true)}>
          {fillPlural(t.changesOfImport.refuse, chosen.length)}
        </Button>
      </ActionBar>
      {refusing && (
        <Form onSubmit={refuse}>
          <TextInput
            label={t.changesOfImport.refusal}
            value={refusal}
            onChange={setRefusal}
            autoFocus
            error={tried && refusal.trim().length < leastReason ? t.change.refusalMissing : undefined}
          />
          <Button onClick={refuse}>{fillPlural(t.changesOfImport.refuseNow, chosen.length)}</Button>
        </Form>
      )}
    </>
  );
}

function saysOf(chosen: number, outcomes: readonly Outcome[], t: ReturnType<typeof useText>): string {
  const count = (is: (outcome: Outcome) => boolean): number => outcomes.filter(is).length;
  const approved = count(({ whyNot, refusal }) => whyNot === null && refusal === null);
  const refused = count(({ whyNot, refusal }) => whyNot === null && refusal !== null);
  const failed = count(({ whyNot }) => whyNot !== null);
  return [
    ...(approved > 0 ? [fillPlural(t.changesOfImport.approved, approved)] : []),
    ...(refused > 0 ? [fillPlural(t.changesOfImport.refused, refused)] : []),
    ...(failed > 0 ? [fillPlural(t.changesOfImport.failed, failed)] : []),
    fillPlural(t.changesOfImport.chosen, chosen),
  ].join(' ');
}
