import type { SyncStatus } from '../../../shared/contract/engine.ts';
import { useSay } from '../../messages.ts';
import { useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { clockSentence, silenceSentence, syncSentence } from '../../sync-sentences.ts';
import { fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ReadingIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useTask } from '../../use-execute.ts';
import { useSyncStatus } from '../../use-sync.ts';
import { RefusedList } from './refused-list.tsx';
import { WaitingList } from './waiting-list.tsx';

/** More lines than this are not shown at once. */
const mostLines = 500;

/** What stands between this computer and the server: what was refused, what waits, and what can be done about it. */
export function OutboxPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const status = useSyncStatus();
  const { data: outbox } = useEngineQuery('sync/outbox', { limit: mostLines }, { when: status?.kind === 'joined' });
  return (
    <Panel kind="side" title={t.outbox.title} closeName={t.common.close} onClose={onClose}>
      {status === undefined ? (
        <p>{t.common.loading}</p>
      ) : status.kind === 'alone' ? (
        <Stack>
          <p>{t.outbox.state.alone}</p>
          <div>
            <Button
              onClick={() => {
                onClose();
                go({ at: 'settings' });
              }}
            >
              {t.outbox.join}
            </Button>
          </div>
        </Stack>
      ) : (
        <>
          <Standing status={status} />
          {outbox !== undefined && (
            <>
              <RefusedList refused={outbox.refused} onGone={onClose} />
              <WaitingList waiting={outbox.waiting} limit={mostLines} onGone={onClose} />
            </>
          )}
        </>
      )}
    </Panel>
  );
}

/** How things stand, what that means for the work, and a way to try again. */
function Standing({ status }: { readonly status: Extract<SyncStatus, { kind: 'joined' }> }) {
  const t = useText();
  const say = useSay();
  const task = useTask();
  const { today } = useSession();
  const { state } = status;
  const retry = async () => {
    say('note', t.outbox.retried);
    await task('sync/retry', {});
  };
  const skew = clockSentence(status, t);
  const isCutOff = state === 'taken-out' || state === 'too-old';
  return (
    <Stack>
      <Notice kind={state === 'synced' ? 'note' : isCutOff ? 'error' : state === 'sending' ? 'info' : 'warning'}>
        <strong>{state === 'no-answer' ? silenceSentence(status, today, t) : syncSentence(status, today, t)}</strong>
        <br />
        {t.outbox.state[state]}
      </Notice>
      {status.doubtful > 0 && <Notice kind="warning">{fillPlural(t.outbox.doubtful, status.doubtful)}</Notice>}
      {skew !== undefined && <Notice kind="warning">{`${skew}. ${t.outbox.clock}`}</Notice>}
      {state !== 'synced' && (
        <div>
          <Button icon={<ReadingIcon aria-hidden />} onClick={() => void retry()}>
            {t.outbox.retry}
          </Button>
        </div>
      )}
    </Stack>
  );
}
