import { useMemo } from 'react';
import { asId } from '../shared/base/ids.ts';
import { uuid } from '../shared/contract/uuid.ts';
import { chosenHome, type HomeScreen, homeOf, startView } from '../shared/domain/work-queue/index.ts';
import type { Place } from './navigation.ts';
import { useSession } from './session.ts';
import { useEngineQuery } from './use-engine.ts';
import { useExecute } from './use-execute.ts';

const places: { readonly [Screen in HomeScreen]: Place } = {
  queue: { at: 'queue' },
  today: { at: 'today' },
  'register-queue': { at: 'register-queue' },
  changes: { at: 'changes' },
  'to-approve': { at: 'queue', view: { queue: 'verified', sort: 'due', descending: false, filter: '' } },
  overview: { at: 'overview' },
};

/**
 * What the program opens on for this person: as they chose, else as their roles have it. Kept as a row of the person's own, so that it
 * follows them to every computer. `place` is undefined until that is known.
 */
export function useHome() {
  const { person } = useSession();
  const execute = useExecute();
  const { data: views, isError } = useEngineQuery('views/list', {});
  const usual = useMemo(() => homeOf(person.roles), [person.roles]);
  const chosen = views && chosenHome(views, person.id);
  const isKnown = views !== undefined || isError;
  /** `usual`: as one's roles have it. */
  const choose = (screen: HomeScreen | 'usual') => {
    const own = views?.find(({ ownerId, system }) => ownerId === person.id && system === startView);
    return execute('views/save', {
      viewId: own?.id ?? asId<'savedView'>(uuid()),
      ...{ name: screen, filter: '', sort: 'received', descending: false, columns: [], shared: false, system: startView },
    });
  };
  return { place: isKnown ? places[chosen ?? usual] : undefined, usual, chosen, choose };
}
