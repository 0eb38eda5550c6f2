import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = { readonly name: string; readonly says: string; readonly children: ReactNode };

/** How many rows are chosen, and what can be done with them. */
export function ActionBar({ name, says, children }: Props) {
  const styles = useStyles();
  return (
    <section aria-label={name} className={styles.bar}>
      <span role="status" className={styles.says}>
        {says}
      </span>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 8px',
    padding: '4px 0',
  },
  says: { fontWeight: 600, marginRight: '8px', color: tokens.colorNeutralForeground1 },
});
