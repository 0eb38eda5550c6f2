import { useCallback } from 'react';
import { readLimits } from '../../../shared/contract/reader.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useEngine } from '../../use-engine.ts';
import { failureSentence } from '../../use-execute.ts';

/** Takes in files that were dropped on the window or picked, one after another, and says how each went. */
export function useTakeIn(): (files: readonly File[]) => Promise<void> {
  const engine = useEngine();
  const say = useSay();
  const t = useText();
  return useCallback(
    async (files) => {
      for (const file of files) {
        const fileName = file.name;
        if (file.size > readLimits.bytes) {
          say('error', fill(t.intake.notTaken, { fileName, reason: t.intake.tooBig }));
          continue;
        }
        try {
          const bytes = new Uint8Array(await file.arrayBuffer());
          const { alreadyReceived } = await engine.task('intake/take-in', { name: fileName.slice(0, 300), bytes });
          say(alreadyReceived ? 'warning' : 'note', fill(alreadyReceived ? t.intake.already : t.intake.taken, { fileName }));
        } catch (error) {
          say('error', fill(t.intake.notTaken, { fileName, reason: failureSentence(t, error) }));
        }
      }
    },
    [engine, say, t],
  );
}
