import type { Day } from '../../../shared/base/day.ts';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { ViewRow } from '../../../shared/contract/work-queue.ts';
import { grantsInForce } from '../../../shared/domain/access/index.ts';
import type { Store } from '../../../shared/run/store.ts';

/** More than anybody saves, and more roles than anybody holds. */
const allOfThem = 10_000;

/** The views that a person may use: the person's own and those that are shared, by name; and whether who shared them still works here. */
export async function savedViews(store: Store, person: PersonId, today: Day): Promise<readonly ViewRow[]> {
  const all = await store.find('savedView', 'all', [], allOfThem);
  const seen = all.filter(
    ({ removed, ownerId, shared, system }) => !removed && (ownerId === person || (shared && system === undefined)),
  );
  const rows: ViewRow[] = [];
  for (const view of seen) {
    const owner = await store.get('person', view.ownerId);
    const grants = await store.find('grant', 'byPerson', [view.ownerId], allOfThem);
    const ownerHasLeft = grantsInForce(grants, today).length === 0;
    rows.push({ ...view, ownerName: owner?.name ?? view.ownerId, ownerHasLeft });
  }
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}
