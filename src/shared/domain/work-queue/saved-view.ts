import { assert } from '../../base/assert.ts';
import type { Id, PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { parseFilter } from './parse-filter.ts';

export type SavedViewId = Id<'savedView'>;

/** How a column stands in a view; without a width it has its usual one. */
export type ViewColumn = { readonly id: string; readonly widthEm?: number };

/** A view of the queue as a person has left it (sparad vy): what it shows, in which order, and how. */
export type SavedView = {
  readonly id: SavedViewId;
  readonly rev: number;
  readonly ownerId: PersonId;
  readonly name: string;
  /** In the filter language: see docs/filter-language.md. */
  readonly filter: string;
  readonly sort: string;
  readonly descending: boolean;
  /** Those that are shown, in their order; none: the usual ones. */
  readonly columns: readonly ViewColumn[];
  /** Everybody may use it; it goes on when its owner has left. */
  readonly shared: boolean;
  /** It is only how its owner has one of the program's own views. */
  readonly system?: string;
  readonly removed: boolean;
};

export type SaveView = Omit<SavedView, 'id' | 'rev' | 'ownerId' | 'system' | 'removed'> & {
  readonly viewId: SavedViewId;
  readonly system: string | null;
};
export type SavedViewEvent =
  | ({ readonly on: 'savedView'; readonly type: 'view-saved' } & Omit<SavedView, 'rev' | 'removed'>)
  | { readonly on: 'savedView'; readonly id: SavedViewId; readonly type: 'view-removed' };

/** Saves a view, new or one's own. What somebody else has saved is theirs: it can be saved as one's own, under a new id. */
export function decideSavingView(
  view: SavedView | undefined,
  { viewId, system, name, ...facts }: SaveView,
  by: PersonId,
): Result<readonly SavedViewEvent[], { readonly code: 'name-missing' | 'not-yours' | 'wrong-filter' }> {
  if (name.trim() === '') return err({ code: 'name-missing' });
  if (view !== undefined && view.ownerId !== by) return err({ code: 'not-yours' });
  if (!parseFilter(facts.filter).ok) return err({ code: 'wrong-filter' });
  const own = { id: viewId, ownerId: by, name: name.trim(), ...facts, ...(system !== null && { system }) };
  return ok([{ on: 'savedView', type: 'view-saved', ...own }]);
}

/** Takes away one's own view. */
export function decideRemovingView(
  view: SavedView | undefined,
  by: PersonId,
): Result<readonly SavedViewEvent[], { readonly code: 'not-found' | 'not-yours' }> {
  if (view === undefined || view.removed) return err({ code: 'not-found' });
  if (view.ownerId !== by) return err({ code: 'not-yours' });
  return ok([{ on: 'savedView', id: view.id, type: 'view-removed' }]);
}

export function evolveSavedView(before: SavedView | undefined, event: SavedViewEvent): SavedView {
  const rev = (before?.rev ?? 0) + 1;
  if (event.type === 'view-removed') {
    assert(before !== undefined, 'only a view that has been saved is taken away');
    return { ...before, rev, removed: true };
  }
  const { on: _, type: __, ...facts } = event;
  return { ...facts, rev, removed: false };
}
