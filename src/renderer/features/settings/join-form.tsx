import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EngineErrorCode, JoinReport } from '../../../shared/contract/engine.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useTask } from '../../use-execute.ts';

type Props = { readonly onJoined: (report: JoinReport) => void };

/** Joins this computer to a server: says first what will happen, then how it went. */
export function JoinForm({ onJoined }: Props) {
  const t = useText();
  const task = useTask({ quiet: true });
  const queries = useQueryClient();
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [deviceName, setDeviceName] = useState('');
  const [tried, setTried] = useState(false);
  const [joining, setJoining] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const input = { address: address.trim(), code: code.trim(), deviceName: deviceName.trim() };
  const missing = (value: string) => (tried && value === '' ? t.join.missing : undefined);

  const join = async () => {
    setTried(true);
    if (joining || Object.values(input).includes('')) return;
    setJoining(true);
    setWrong(undefined);
    const joined = await task('sync/join', input);
    setJoining(false);
    if (!joined.ok) return setWrong(joinFailure(joined.error.cause, input.address, t));
    onJoined(joined.value);
    // Who may sit here, and how they say so, is now the server's.
    await queries.invalidateQueries();
  };
  return (
    <>
      <p style={{ margin: 0 }}>{t.join.lead}</p>
      <ul style={{ margin: 0, paddingLeft: '1.2em' }}>
        {t.join.what.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Form onSubmit={() => void join()}>
        <TextInput
          label={t.join.address}
          hint={t.join.addressHint}
          value={address}
          onChange={setAddress}
          error={missing(input.address)}
        />
        <TextInput label={t.join.code} hint={t.join.codeHint} value={code} onChange={setCode} error={missing(input.code)} />
        <TextInput
          label={t.join.deviceName}
          hint={t.join.deviceNameHint}
          value={deviceName}
          onChange={setDeviceName}
          error={missing(input.deviceName)}
        />
        <div role="status">
          {joining && <Notice kind="info">{fill(t.join.joining, { address: input.address })}</Notice>}
          {wrong !== undefined && <Notice kind="error">{wrong}</Notice>}
        </div>
        <Button
          look="primary"
          whyNot={joining ? fill(t.join.joining, { address: input.address }) : undefined}
          onClick={() => void join()}
        >
          {t.join.start}
        </Button>
      </Form>
    </>
  );
}

/** What went wrong, and what to do about it. */
function joinFailure(cause: EngineErrorCode, address: string, t: Texts): string {
  const sentences: { readonly [Code in EngineErrorCode]?: string } = t.join.wrong;
  return fill(sentences[cause] ?? t.failed[cause], { address });
}
