import type { ReactNode } from 'react';
import { makeStyles } from './style.ts';

type Props = { /** Read out politely when it changes. */ readonly text: string; readonly children: ReactNode };

/** A sentence, and beside it the choices that it follows from. */
export function LabelledRow({ text, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <span role="status" className={styles.text}>
        {text}
      </span>
      <div className={styles.choices}>{children}</div>
    </div>
  );
}

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 20px' },
  text: { fontWeight: 600, flexGrow: 1, flexBasis: '24em', minWidth: 0 },
  choices: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px' },
});
