import { useState } from 'react';
import type { JoinReport } from '../../../shared/contract/engine.ts';
import { showFullMoment } from '../../formats.ts';
import { useSession } from '../../session.ts';
import { syncSentence } from '../../sync-sentences.ts';
import { fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { FormSection } from '../../ui/form-sheet.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { type Joined, useSyncStatus } from '../../use-sync.ts';
import { JoinForm } from './join-form.tsx';

type Props = { readonly onOutbox: () => void };

/** The server: a way to join one, or how things stand with the one that was joined. */
export function ServerSection({ onOutbox }: Props) {
  const t = useText();
  const status = useSyncStatus();
  const [report, setReport] = useState<JoinReport>();
  if (status === undefined) return null;
  return (
    <FormSection title={t.join.title}>
      {report !== undefined && <Report report={report} onOutbox={onOutbox} />}
      {status.kind === 'alone' ? <JoinForm onJoined={setReport} /> : <Standing status={status} onOutbox={onOutbox} />}
    </FormSection>
  );
}

function Standing({ status, onOutbox }: { readonly status: Joined; readonly onOutbox: () => void }) {
  const t = useText();
  const { today } = useSession();
  const { server, deviceName, lastReachedMs, waiting } = status;
  return (
    <>
      <ValueList
        values={[
          { name: t.join.server, value: server },
          { name: t.join.device, value: deviceName },
          { name: t.join.state, value: syncSentence(status, today, t) },
          { name: t.join.lastContact, value: lastReachedMs === null ? t.join.never : showFullMoment(lastReachedMs) },
          { name: t.join.waiting, value: String(waiting) },
        ]}
      />
      <div>
        <Button hint="Ctrl+Shift+S" onClick={onOutbox}>
          {t.join.showOutbox}
        </Button>
      </div>
    </>
  );
}

/** What came of joining, in words. */
function Report({ report, onOutbox }: { readonly report: JoinReport; readonly onOutbox: () => void }) {
  const t = useText();
  const { kind, taken, refused } = report;
  return (
    <Notice
      kind={refused === 0 ? 'note' : 'warning'}
      actions={refused === 0 ? undefined : <Button onClick={onOutbox}>{t.join.showRefused}</Button>}
    >
      {`${fillPlural(t.join[kind], taken)} ${refused === 0 ? t.join.refusedNone : fillPlural(t.join.refused, refused)}`}
    </Notice>
  );
}
