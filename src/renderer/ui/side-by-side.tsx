import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from './style.ts';

type Props = {
  readonly left: ReactNode;
  readonly right: ReactNode;
  /** The right part is as wide as the left. */
  readonly even?: boolean;
};

/** A list and, beside it, what was picked in it, which is what is printed. In a narrow window they stand above each other. */
export function SideBySide({ left, right, even = false }: Props) {
  const styles = useStyles();
  return (
    <div className={`${styles.both} print-whole`}>
      <div className={`${styles.left} no-print`}>{left}</div>
      <div className={`${mergeClasses(styles.right, even && styles.even)} print-whole`} data-pane tabIndex={-1}>
        {right}
      </div>
    </div>
  );
}

const narrow = '@media (max-width: 900px)';
const useStyles = makeStyles({
  both: { display: 'flex', height: '100%', minHeight: 0, [narrow]: { flexDirection: 'column' } },
  left: { flexGrow: 3, flexBasis: 0, minWidth: 0, minHeight: 0 },
  even: { flexGrow: 3 },
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
