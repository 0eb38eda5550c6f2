import { showFullMoment } from '../formats.ts';
import { useText } from '../text/use-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Stack } from '../ui/stack.tsx';
import { useLog } from './messages-provider.tsx';

/** What the clerk has been told, the latest first. */
export function LogPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const log = useLog();
  return (
    <Panel kind="side" title={t.log.title} closeName={t.common.close} onClose={onClose}>
      <Stack>
        {log.length === 0 && <p>{t.log.empty}</p>}
        {[...log].reverse().map(({ id, kind, text, atMs }) => (
          <Notice key={id} kind={kind}>
            {`${showFullMoment(atMs).slice(-5)} ${t.log.kind[kind]}: ${text}`}
          </Notice>
        ))}
      </Stack>
    </Panel>
  );
}
