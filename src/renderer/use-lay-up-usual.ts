import { dayInSweden } from '../shared/base/day.ts';
import { uuid } from '../shared/contract/uuid.ts';
import { usualLayUps } from '../shared/domain/calendar/index.ts';
import { useText } from './text/use-text.ts';
import { useExecute } from './use-execute.ts';

/** Lays up the usual calendars, by the names that they have in the person's language. */
export function useLayUpUsual(): () => Promise<void> {
  const execute = useExecute();
  const t = useText();
  return async () => {
    for (const input of usualLayUps(t.calendars.usual, dayInSweden(Date.now()), uuid)) {
      const laidUp = await execute('calendars/lay-up', input);
      if (!laidUp.ok) return;
    }
  };
}
