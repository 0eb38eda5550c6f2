import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = { readonly left: ReactNode; readonly right: ReactNode };

/** A list and, beside it, what was picked in it. In a narrow window they stand above each other. */
export function SideBySide({ left, right }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.both}>
      <div className={styles.left}>{left}</div>
      <div className={styles.right} data-pane tabIndex={-1}>
        {right}
      </div>
    </div>
  );
}

const narrow = '@media (max-width: 900px)';
const useStyles = makeStyles({
  both: { display: 'flex', height: '100%', minHeight: 0, [narrow]: { flexDirection: 'column' } },
  left: { flexGrow: 3, flexBasis: 0, minWidth: 0, minHeight: 0 },
  right: {
    flexGrow: 2,
    flexBasis: 0,
    minWidth: 0,
    minHeight: 0,
    overflowY: 'auto',
    outline: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
