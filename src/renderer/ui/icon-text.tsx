import type { ReactElement } from 'react';
import { makeStyles } from './style.ts';

type Props = { readonly icon: ReactElement; readonly children: string; readonly after?: ReactElement | undefined };

/** An icon and its words, on one line that may be cut short. */
export function IconText({ icon, children, after }: Props) {
  const styles = useStyles();
  return (
    <span className={styles.whole}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.text}>{children}</span>
      {after !== undefined && <span className={styles.after}>{after}</span>}
    </span>
  );
}

const useStyles = makeStyles({
  whole: { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  after: { width: '110px', flexShrink: 0 },
  icon: { display: 'inline-flex', flexShrink: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
});
