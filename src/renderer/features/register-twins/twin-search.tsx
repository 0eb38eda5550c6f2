import type { TwinSearchStatus } from '../../../shared/contract/register-twins.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllDoneIcon, ErrorSignIcon, SearchIcon } from '../../ui/icons.ts';
import { WorkLine } from '../../ui/work-line.tsx';

/** How far the search has come, in words and in a bar; when it stands still, what is said instead. */
export function SearchProgress({ status, said }: { readonly status: TwinSearchStatus; readonly said: string }) {
  const t = useText();
  const { state, step, done, total } = status;
  const words = fill(step === 'reading' ? t.twins.reading : t.twins.comparing, { done, total });
  return state === 'running' ? <WorkLine text={words} done={done} of={total} /> : <WorkLine text={said} />;
}

/** A kind word where there are no pairs, and what can be done. */
export function NoPairs({ status: { state } }: { readonly status: TwinSearchStatus }) {
  const t = useText();
  const { twins } = t;
  switch (state) {
    case 'none':
      return <EmptyState icon={<SearchIcon aria-hidden />} title={twins.start} hint={twins.startHint} />;
    case 'running':
      return <EmptyState icon={<SearchIcon aria-hidden />} title={twins.searching} hint={twins.searchingHint} />;
    case 'stopped':
      return <EmptyState icon={<SearchIcon aria-hidden />} title={twins.stopped} hint={twins.stoppedHint} />;
    case 'failed':
      return <EmptyState icon={<ErrorSignIcon aria-hidden />} title={twins.failed} hint={twins.failedHint} />;
    case 'done':
      return <EmptyState icon={<AllDoneIcon aria-hidden />} title={twins.none} hint={twins.noneHint} />;
  }
}
