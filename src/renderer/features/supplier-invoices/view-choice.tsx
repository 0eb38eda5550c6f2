import type { QueueSort } from '../../../shared/contract/engine.ts';
import type { ViewRow } from '../../../shared/contract/work-queue.ts';
import { systemViews } from '../../../shared/domain/work-queue/index.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { SelectInput } from '../../ui/select-input.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';

export type ChosenView = { readonly filter: string; readonly sort: QueueSort; readonly descending: boolean };
type Props = {
  readonly views: readonly ViewRow[];
  /** The filter that stands now. */
  readonly filter: string;
  readonly onChoose: (view: ChosenView) => void;
};

const asItIs = 'as-it-is';

/** The program's views and those that people have saved, each with how many rows it has now. */
export function ViewChoice({ views, filter, onChoose }: Props) {
  const t = useText();
  const { person } = useSession();
  // People's own first: Ctrl+1 is the first of them.
  const named = [
    ...views.map((view) => ({
      ...{ value: view.id as string, filter: view.filter, sort: view.sort as QueueSort, descending: view.descending },
      text: nameOf(view),
    })),
    ...systemViews.map(({ name, ...view }) => ({
      ...view,
      value: name as string,
      text: t.views.system[name],
      descending: false,
    })),
  ];
  const { data: counts } = useEngineQuery('queue/view-counts', { filters: named.map((view) => view.filter).slice(0, 40) });
  useKeys(
    {},
    {
      others: ({ key, ctrlKey, shiftKey, altKey }) => {
        const view = ctrlKey && !shiftKey && !altKey && /^[1-9]$/.test(key) ? named[Number(key) - 1] : undefined;
        if (view === undefined) return false;
        onChoose(view);
      },
    },
  );
  const chosen = named.find((view) => view.filter === filter && filter !== '');
  const choices = named.map(({ value, text }, place) => {
    const count = counts?.[place];
    const shown = count && (count.capped ? fill(t.queueScreen.capped, { count: count.count }) : String(count.count));
    return { value, text: shown === undefined ? text : `${text} (${shown})` };
  });
  return (
    <SelectInput
      bare
      label={t.views.label}
      value={chosen?.value ?? asItIs}
      choices={[{ value: asItIs, text: t.views.choose }, ...choices]}
      onChange={(value) => {
        const view = named.find((one) => one.value === value);
        onChoose(view ?? { filter: '', sort: 'received', descending: false });
      }}
    />
  );

  function nameOf({ name, ownerId, ownerName: owner, ownerHasLeft }: ViewRow): string {
    if (ownerId === person.id) return name;
    return fill(ownerHasLeft ? t.views.sharedByGone : t.views.sharedBy, { name, owner });
  }
}
