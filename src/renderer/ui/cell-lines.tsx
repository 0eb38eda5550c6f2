import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = { readonly children: ReactNode /** Said quietly, a line each. */; readonly notes: readonly string[] };

/** What a cell says, and under it what else is to be known of it. */
export function CellLines({ children, notes }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.cell}>
      <div>{children}</div>
      {notes.map((note) => (
        <div key={note} className={styles.note}>
          {note}
        </div>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  cell: { overflowWrap: 'anywhere' },
  note: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});
