import type { ControlServiceStatus } from '../../../shared/contract/control-service.ts';
import { showFullMoment } from '../../formats.ts';
import { useSay } from '../../messages.ts';
import { useWhyNot } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { FormSection } from '../../ui/form-sheet.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useTask } from '../../use-execute.ts';
import { ControlServiceForm } from './control-service-form.tsx';

/** The control service: how it stands, in words, what is amiss and what to do, and the settings of this computer. */
export function ControlServiceSection() {
  const t = useText();
  const say = useSay();
  const task = useTask();
  const whyNot = useWhyNot('supplier-control.handle');
  const { data: status, refetch } = useEngineQuery('supplier-control/service', {});
  if (status === undefined) return null;
  const isOn = status.settings?.isOn === true;
  const ask = async () => {
    const done = await task('supplier-control/ask-now', {});
    void refetch();
    if (done.ok && done.value.fault === null) say('note', t.controlService.askedNow);
  };
  return (
    <FormSection title={t.controlService.title}>
      <p style={{ margin: 0 }}>{t.controlService.lead}</p>
      {isOn ? <Standing status={status} /> : <Notice kind="info">{t.controlService.off}</Notice>}
      {isOn && (
        <div>
          <Button whyNot={whyNot ?? (status.isWorking ? t.controlService.asking : undefined)} onClick={() => void ask()}>
            {t.controlService.askNow}
          </Button>
        </div>
      )}
      <ControlServiceForm key={JSON.stringify(status.settings)} status={status} whyNot={whyNot} onSaved={() => void refetch()} />
    </FormSection>
  );
}

function Standing({
  status: { fault, lastSentMs, lastReceivedMs, finishedOn, waiting, key },
}: {
  readonly status: ControlServiceStatus;
}) {
  const t = useText();
  const { controlService: words } = t;
  const moment = (atMs: number | null): string => (atMs === null ? words.never : showFullMoment(atMs));
  return (
    <>
      {fault !== null && (
        <Notice kind="warning">{fill(words.faultAt, { fault: words.fault[fault.code], at: showFullMoment(fault.atMs) })}</Notice>
      )}
      <ValueList
        values={[
          { name: words.lastSent, value: moment(lastSentMs) },
          { name: words.lastReceived, value: moment(lastReceivedMs) },
          { name: words.finishedOn, value: finishedOn ?? words.never },
          {
            name: words.waiting,
            value: waiting.suppliers === 0 ? words.nothingWaits : fillPlural(words.waitingFor, waiting.suppliers),
          },
          ...(key === 'not-needed' ? [] : [{ name: words.key, value: words.keyState[key] }]),
        ]}
      />
    </>
  );
}
