import { useEffect, useMemo, useRef, useState } from 'react';
import { bridge } from '../bridge.ts';
import { FoundWorkspace } from '../features/access/found-workspace.tsx';
import { PersonChoice } from '../features/access/person-choice.tsx';
import { SignIn } from '../features/access/sign-in.tsx';
import { JoinForm } from '../features/settings/join-form.tsx';
import { SessionContext, type SignedIn } from '../session.ts';
import { useText } from '../text/use-text.ts';
import { Starting } from '../ui/starting.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useConnection, useEngineQuery } from '../use-engine.ts';
import { useTask } from '../use-execute.ts';
import { Shell } from './shell.tsx';
import { useAutoLock } from './use-auto-lock.ts';

/**
 * Lets in whoever has said who they are. After a lock the work stays as it was behind the choice of person: unseen, out of
 * reach, and there again when the same person comes back.
 */
export function SessionGate() {
  const t = useText();
  const task = useTask();
  const connection = useConnection();
  const { data: session } = useEngineQuery('session/read', {});
  const [lastIn, setLastIn] = useState<SignedIn>();
  const signedIn = useMemo<SignedIn | undefined>(
    () => (session?.person ? { ...session, person: session.person } : undefined),
    [session],
  );
  if (signedIn !== undefined && signedIn !== lastIn) setLastIn(signedIn);

  const lock = useRef(() => {});
  lock.current = () => {
    if (signedIn !== undefined) void task('session/lock', {});
  };
  useAutoLock(signedIn !== undefined, lock);
  useEffect(() => bridge()?.onLock(() => lock.current()), []);
  useKeys({}, { active: session !== undefined && signedIn === undefined, blocks: true, level: 3 });

  if (session === undefined)
    return <Starting text={connection === 'reconnecting' ? t.status.reconnecting : t.status.connecting} />;
  const signsIn = session.signIn === 'password';
  if (session.people.length === 0 && !signsIn) return <FoundWorkspace join={<JoinForm onJoined={() => {}} />} />;
  const isLocked = signedIn === undefined;
  return (
    <>
      {isLocked && signsIn && <SignIn locked={lastIn !== undefined} />}
      {isLocked && !signsIn && <PersonChoice session={session} locked={lastIn !== undefined} />}
      {lastIn !== undefined && (
        <SessionContext key={lastIn.person.id} value={lastIn}>
          <div hidden={isLocked} inert={isLocked} className="print-whole" style={{ height: '100%' }}>
            <Shell onLock={() => lock.current()} />
          </div>
        </SessionContext>
      )}
    </>
  );
}
