import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = { readonly above: ReactNode; readonly children: ReactNode };

/** What stands above a table, and the table with the room that is left. */
export function TableFrame({ above, children }: Props) {
  const styles = useStyles();
  return (
    <div className={`${styles.frame} print-whole`}>
      <div className={`${styles.above} no-print`}>{above}</div>
      <div className={`${styles.rest} print-whole`}>{children}</div>
    </div>
  );
}

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  above: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px 14px 2px',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  rest: { flexGrow: 1, minHeight: 0 },
});
