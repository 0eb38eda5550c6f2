import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly left: string; readonly right: ReactNode }[];
};

/** Pairs under a title. */
export function RowList({ title, rows }: Props) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {rows.map(({ key, left, right }) => (
        <div key={key} className={styles.row}>
          <span>{left}</span>
          {right}
        </div>
      ))}
    </section>
  );
}

const useStyles = makeStyles({
  title: { margin: '10px 0 2px', fontSize: tokens.fontSizeBase200, fontWeight: 600, color: tokens.colorNeutralForeground2 },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '10px',
    padding: '3px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});
