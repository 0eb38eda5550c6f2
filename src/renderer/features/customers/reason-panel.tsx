import { useText } from '../../text/use-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';

type Props = {
  readonly title: string;
  readonly why: string;
  /** What it leads to. */
  readonly means: string;
  readonly act: string;
  readonly onAct: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** Fewest characters of a reason: see `reasonSchema`. */
const leastReason = 5;

/** Asks for the reason of something that is done once it is given. */
export function ReasonPanel({ title, why, means, act, onAct, onClose }: Props) {
  const t = useText();
  const say = async (reason: string) => {
    if (await onAct(reason)) onClose();
  };
  return (
    <Panel title={title} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <ReasonForm label={why} hint={means} button={act} missing={t.customers.reasonMissing} least={leastReason} onSay={say} />
    </Panel>
  );
}
