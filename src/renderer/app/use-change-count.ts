import { countText } from '../count-text.ts';
import { useSession } from '../session.ts';
import { useText } from '../text/use-text.ts';
import { useEngineQuery } from '../use-engine.ts';
import { useToday } from '../use-today.ts';

const most = 500;

/** How many changes wait for this person: those that they may have a say in; for those who decide none, all that wait. */
export function useChangeCount(): string | undefined {
  const { person } = useSession();
  const { data: rows } = useEngineQuery('register-changes/list', { folder: 'pending', limit: most });
  if (rows === undefined) return undefined;
  const decides = person.permissions.includes('register-changes.decide');
  const mine = rows.filter(({ change }) => !decides || (change.requestedBy !== person.id && change.callBack?.by !== person.id));
  return mine.length === 0 ? undefined : String(mine.length);
}

/** How many requests for roles this person may decide on. */
export function useRoleChangeCount(): string | undefined {
  const { person } = useSession();
  const mayDecide = person.permissions.includes('access.manage');
  const { data: rows } = useEngineQuery('access/changes', { folder: 'pending', limit: most }, { when: mayDecide });
  const mine = (rows ?? []).filter(({ change }) => change.requestedBy !== person.id && change.personId !== person.id);
  return mayDecide && mine.length > 0 ? String(mine.length) : undefined;
}

/** How many controls of suppliers wait to be looked at, for those who handle them. */
export function useControlCount(): string | undefined {
  const { person } = useSession();
  const handles = person.permissions.includes('supplier-control.handle');
  const { data: counts } = useEngineQuery('supplier-control/counts', {}, { when: handles });
  return counts === undefined || counts.due === 0 ? undefined : String(counts.due);
}

/** What is late or falls due today, of the person's own. */
export function useTodayCount(): string | undefined {
  const t = useText();
  const due = useToday()?.counts.due;
  if (due === undefined || due.count === 0) return undefined;
  return String(countText(due, t));
}
