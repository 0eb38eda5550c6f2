import { useState } from 'react';
import { type ControlServiceStatus, serviceSettingsSchema } from '../../../shared/contract/control-service.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { failureSentence, useTask } from '../../use-execute.ts';

type Props = { readonly status: ControlServiceStatus; readonly whyNot: string | undefined; readonly onSaved: () => void };
const [mostFTaxDays, mostCheckDays] = [30, 90];

/** Whether this computer asks, whom, how, when, and how old an answer may be. */
export function ControlServiceForm({ status: { settings }, whyNot, onSaved }: Props) {
  const t = useText();
  const { controlService: words } = t;
  const say = useSay();
  const task = useTask({ quiet: true });
  const [isOn, setIsOn] = useState(settings?.isOn === true);
  const [source, setSource] = useState(settings?.source ?? '');
  const [kind, setKind] = useState<'folder' | 'http'>(settings?.way.kind ?? 'folder');
  const [folder, setFolder] = useState(settings?.way.kind === 'folder' ? settings.way.folder : '');
  const [address, setAddress] = useState(settings?.way.kind === 'http' ? settings.way.address : '');
  const [key, setKey] = useState('');
  const [dailyAt, setDailyAt] = useState(settings?.dailyAt ?? '06:00');
  const [fTaxDays, setFTaxDays] = useState(String(settings?.fTaxDays ?? mostFTaxDays));
  const [checkDays, setCheckDays] = useState(String(settings?.checkDays ?? mostCheckDays));
  const [tried, setTried] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const wanted = serviceSettingsSchema.safeParse({
    ...{ isOn, source, way: kind === 'folder' ? { kind, folder } : { kind, address }, dailyAt: dailyAt.trim() },
    ...{ fTaxDays: Number(fTaxDays), checkDays: Number(checkDays) },
  });
  const faulty = new Set(wanted.success ? [] : wanted.error.issues.map(({ path }) => String(path[0])));
  const error = (field: string, sentence: string) => (tried && faulty.has(field) ? sentence : undefined);
  const save = async () => {
    setTried(true);
    setWrong(undefined);
    if (whyNot !== undefined || !wanted.success) return;
    const saved = await task('supplier-control/save-service', { settings: wanted.data, key: key === '' ? null : key });
    if (!saved.ok) {
      setWrong(saved.error.cause === 'malformed' ? words.wrongAddress : failureSentence(t, saved.error));
      return;
    }
    say('note', words.saved);
    onSaved();
  };
  return (
    <Form onSubmit={() => void save()}>
      <SelectInput
        label={words.does}
        value={isOn ? 'yes' : 'no'}
        choices={[
          { value: 'no', text: words.no },
          { value: 'yes', text: words.yes },
        ]}
        onChange={(chosen) => setIsOn(chosen === 'yes')}
      />
      {isOn && (
        <>
          <TextInput
            label={words.source}
            hint={words.sourceHint}
            value={source}
            onChange={setSource}
            error={error('source', words.missing)}
          />
          <SelectInput
            label={words.way}
            value={kind}
            choices={(['folder', 'http'] as const).map((value) => ({ value, text: words.ways[value] }))}
            onChange={setKind}
          />
          {kind === 'folder' ? (
            <TextInput
              label={words.folder}
              hint={words.folderHint}
              value={folder}
              onChange={setFolder}
              error={error('way', words.missing)}
            />
          ) : (
            <>
              <TextInput
                label={words.address}
                hint={words.addressHint}
                value={address}
                onChange={setAddress}
                error={wrong ?? error('way', words.missing)}
              />
              <TextInput label={words.key} hint={words.keyHint} value={key} onChange={setKey} secret />
            </>
          )}
          <TextInput label={words.dailyAt} value={dailyAt} onChange={setDailyAt} error={error('dailyAt', words.dailyAtWrong)} />
          <TextInput
            label={words.fTaxDays}
            value={fTaxDays}
            onChange={setFTaxDays}
            error={error('fTaxDays', fill(words.daysWrong, { most: mostFTaxDays }))}
          />
          <TextInput
            label={words.checkDays}
            value={checkDays}
            onChange={setCheckDays}
            error={error('checkDays', fill(words.daysWrong, { most: mostCheckDays }))}
          />
        </>
      )}
      <Button look="primary" whyNot={whyNot} onClick={() => void save()}>
        {t.common.save}
      </Button>
    </Form>
  );
}
