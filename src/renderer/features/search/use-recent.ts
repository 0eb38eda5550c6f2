import { useCallback } from 'react';
import type { SearchHit } from '../../../shared/contract/search.ts';
import { withoutPersons } from '../../../shared/domain/search/index.ts';
import { useSession } from '../../session.ts';
import { useStored } from '../../use-stored.ts';

type Opened = Pick<SearchHit, 'kind' | 'id'>;
type Recent = { readonly searches: readonly string[]; readonly opened: readonly Opened[] };
const nothing: Recent = { searches: [], opened: [] };
const mostSearches = 6;
const mostOpened = 8;

/**
 * What this person last searched for and opened, as other preferences are kept: on this computer. Of what was opened no more than its id, so that
 * it is told as it is now and to who may see it; a search with a person's number in it is not kept.
 */
export function useRecent() {
  const { person } = useSession();
  const [recent, keep] = useStored<Recent>(`search.${person.id}`, nothing);
  const remember = useCallback(
    (text: string, { kind, id }: Opened) => {
      const tidy = text.trim();
      const isKept = tidy !== '' && withoutPersons(tidy) === tidy;
      keep({
        searches: isKept ? [tidy, ...recent.searches.filter((one) => one !== tidy)].slice(0, mostSearches) : recent.searches,
        opened: [{ kind, id }, ...recent.opened.filter((one) => one.id !== id)].slice(0, mostOpened),
      });
    },
    [recent, keep],
  );
  return { recent, remember };
}
