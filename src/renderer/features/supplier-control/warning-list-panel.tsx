import { useState } from 'react';
import { parseDay } from '../../../shared/base/day.ts';
import type { WarningListReport } from '../../../shared/contract/control-service.ts';
import { useSay } from '../../messages.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { FilePicker } from '../../ui/file-picker.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useTask } from '../../use-execute.ts';
import { useWhyNoServer } from '../../use-sync.ts';

type Picked = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** A warning list from a file: what it would do is shown before it is taken in. */
export function WarningListPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const say = useSay();
  const task = useTask();
  const { today } = useSession();
  const mayNot = useWhyNot('supplier-control.handle');
  const noServer = useWhyNoServer();
  const { data: known, refetch } = useEngineQuery('supplier-control/lists', {});
  const [list, setList] = useState('');
  const [source, setSource] = useState('');
  const [asOf, setAsOf] = useState<string>(today);
  const [tried, setTried] = useState(false);
  const [picked, setPicked] = useState<Picked>();
  const [report, setReport] = useState<WarningListReport>();
  const day = parseDay(asOf.trim());
  const isComplete = list.trim() !== '' && source.trim() !== '' && day.ok;

  const run = async (file: Picked, take: boolean) => {
    if (!day.ok) return;
    const done = await task('supplier-control/take-list', {
      ...file,
      list: list.trim(),
      source: source.trim(),
      asOf: day.value,
      take,
    });
    if (!done.ok) return;
    setReport(done.value);
    if (done.value.at !== 'taken') return;
    const { listed, confirmed, lifted } = done.value;
    say(
      'note',
      listed + confirmed + lifted === 0 ? t.warningList.nothing : fill(t.warningList.taken, { listed, confirmed, lifted }),
    );
    void refetch();
  };
  const pick = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    setPicked({ name: file.name, bytes });
    await run({ name: file.name, bytes }, false);
  };
  const change = (set: (typed: string) => void) => (typed: string) => {
    set(typed);
    setReport(undefined);
  };
  const missing = (value: string) => (tried && value.trim() === '' ? t.warningList.missing : undefined);
  return (
    <Panel title={t.warningList.title} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <p style={{ margin: 0 }}>{t.warningList.lead}</p>
      {known !== undefined && known.length > 0 && (
        <ValueList
          values={known.map((one) => ({
            name: one.list,
            value: fillPlural(t.warningList.knownLine, one.entries, { source: one.source, day: one.seenOn }),
          }))}
        />
      )}
      <Form onSubmit={() => setTried(true)}>
        <TextInput
          label={t.warningList.list}
          hint={t.warningList.listHint}
          value={list}
          onChange={change(setList)}
          error={missing(list)}
          autoFocus
        />
        <TextInput label={t.warningList.source} value={source} onChange={change(setSource)} error={missing(source)} />
        <TextInput
          label={t.warningList.asOf}
          value={asOf}
          onChange={change(setAsOf)}
          error={day.ok ? undefined : t.warningList.dayWrong}
        />
        <FilePicker
          text={t.warningList.pick}
          accept=".csv,.txt,.xlsx"
          single
          whyNot={mayNot ?? (isComplete ? undefined : t.warningList.missing)}
          onFiles={(files) => void pick(files)}
        />
        {report !== undefined && <Report report={report} t={t} />}
        {report?.at === 'judged' && picked !== undefined && (
          <Button look="primary" whyNot={mayNot ?? noServer} onClick={() => void run(picked, true)}>
            {t.warningList.take}
          </Button>
        )}
      </Form>
    </Panel>
  );
}

function Report({ report, t }: { readonly report: WarningListReport; readonly t: Texts }) {
  if (report.at === 'unreadable') return <Notice kind="error">{t.warningList.fileFault[report.fault]}</Notice>;
  const { listed, confirmed, lifted, faulty, faults, refusal } = report;
  return (
    <>
      {report.at === 'refused' && <Notice kind="error">{t.rejected[refusal as keyof Texts['rejected']]}</Notice>}
      {report.at !== 'refused' && (
        <Notice kind={report.at === 'taken' ? 'note' : 'info'}>
          {fill(report.at === 'taken' ? t.warningList.taken : t.warningList.judged, { listed, confirmed, lifted })}
        </Notice>
      )}
      {faulty > 0 && (
        <Notice kind="warning">
          {fillPlural(t.warningList.faulty, faulty)}
          {faults.map(({ row, fault }) => (
            <div key={row}>{fill(t.warningList.faultyLine, { row, fault: t.warningList.lineFault[fault] })}</div>
          ))}
          {faulty > faults.length && <div>{t.warningList.more}</div>}
        </Notice>
      )}
    </>
  );
}
