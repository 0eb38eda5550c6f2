import { useEffect, useRef, useState } from 'react';
import { useSay } from '../../messages.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Welcome } from '../../ui/welcome.tsx';
import { useTask } from '../../use-execute.ts';
import { useStored } from '../../use-stored.ts';
import { useSyncStatus } from '../../use-sync.ts';

type Props = {
  /** True when someone worked here a moment ago. */
  readonly locked: boolean;
};

/** Who works now, on a workstation that works with a server: login and password. Whoever signed in last types the password only. */
export function SignIn({ locked }: Props) {
  const t = useText();
  const say = useSay();
  const task = useTask({ quiet: true });
  const status = useSyncStatus();
  const [last, remember] = useStored('last-login', '');
  const [login, setLogin] = useState(last);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [trying, setTrying] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const passwordInput = useRef<HTMLInputElement>(null);
  const isSilent = status?.kind === 'joined' && status.state === 'no-answer';
  const name = login.trim();

  useEffect(() => {
    if (last !== '') passwordInput.current?.focus();
  }, [last]);

  const enter = async () => {
    setTried(true);
    if (name === '' || password === '' || trying) return;
    setTrying(true);
    setWrong(undefined);
    const signedIn = await task('session/sign-in', { login: name, password });
    setTrying(false);
    if (signedIn.ok) {
      remember(name);
      if (isSilent) say('warning', t.signIn.withoutNetwork);
      return;
    }
    const { cause } = signedIn.error;
    setWrong(cause === 'wrong-password' ? t.signIn.wrong : cause === 'offline' ? t.signIn.offline : t.failed[cause]);
    setPassword('');
    setTried(false);
    passwordInput.current?.focus();
  };
  return (
    <Welcome title={locked ? t.access.locked : t.signIn.title} note={locked ? t.signIn.lockedNote : t.signIn.note}>
      {isSilent && wrong === undefined && <Notice kind="info">{t.signIn.serverSilent}</Notice>}
      <Form onSubmit={() => void enter()}>
        <TextInput
          label={t.signIn.login}
          value={login}
          onChange={setLogin}
          required
          autoFocus={last === ''}
          error={tried && name === '' ? t.signIn.loginMissing : undefined}
        />
        <TextInput
          label={t.signIn.password}
          value={password}
          onChange={setPassword}
          required
          secret
          inputRef={passwordInput}
          error={tried && password === '' ? t.signIn.passwordMissing : undefined}
        />
        <div role="status">{wrong !== undefined && <Notice kind="error">{wrong}</Notice>}</div>
        <Button look="primary" whyNot={trying ? t.signIn.trying : undefined} onClick={() => void enter()}>
          {trying ? t.signIn.trying : t.signIn.enter}
        </Button>
      </Form>
    </Welcome>
  );
}
