import type { ReactNode } from 'react';
import { makeStyles } from './style.ts';

/** Controls beside each other, as far as there is room. */
export function ControlRow({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().row}>{children}</div>;
}

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '6px 8px', padding: '2px 0 4px' },
});
