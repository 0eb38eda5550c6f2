import { ProgressBar } from '@fluentui/react-components';

type Props = { readonly name: string; readonly done: number; readonly of: number };

/** How far something has come; the figures stand in words beside it. */
export function Progress({ name, done, of }: Props) {
  return <ProgressBar aria-label={name} thickness="large" value={of === 0 ? 0 : done / of} />;
}
