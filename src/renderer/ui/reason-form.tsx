import { useState } from 'react';
import { Button } from './button.tsx';
import { Form } from './form.tsx';
import { TextInput } from './text-input.tsx';

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly whyNot?: string | undefined;
  /** Said of a reason that is shorter than `least`. */
  readonly missing: string;
  readonly least: number;
  readonly onSay: (reason: string) => Promise<void>;
};

/** Asks why, before something is done that leaves a trace with the reason. */
export function ReasonForm({ label, hint, button, whyNot, missing, least, onSay }: Props) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = reason.trim().length < least;
  const say = async () => {
    setTried(true);
    if (whyNot === undefined && !isShort) await onSay(reason.trim());
  };
  return (
    <Form onSubmit={say}>
      <TextInput
        label={label}
        hint={hint}
        value={reason}
        onChange={setReason}
        autoFocus
        error={tried && isShort ? missing : undefined}
      />
      <Button small whyNot={whyNot} onClick={say}>
        {button}
      </Button>
    </Form>
  );
}
