import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  /** Said over the whole, read out politely when it changes. */
  readonly summary: string;
  readonly choices: ReactNode;
  readonly children: ReactNode;
  /** Stands on paper only. */
  readonly printHeading: string;
  readonly printNote: string;
  readonly note: string;
};

/** Figures under each other on a quiet sheet, as wide as one reads, that prints on A4. */
export function ReportSheet({ summary, choices, children, printHeading, printNote, note }: Props) {
  const styles = useStyles();
  return (
    <div className={`${styles.sheet} print-whole`}>
      <p className={`${styles.heading} only-print`}>{printHeading}</p>
      <p className="only-print">{printNote}</p>
      <div className={`${styles.bar} no-print`}>
        {choices}
        <span role="status" className={styles.summary}>
          {summary}
        </span>
      </div>
      {children}
      <p className={styles.note}>{note}</p>
    </div>
  );
}

const useStyles = makeStyles({
  sheet: {
    maxWidth: '82em',
    minHeight: '100%',
    padding: '14px 20px 20px',
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { margin: 0, fontSize: '14pt', fontWeight: 600 },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 16px', marginBottom: '16px' },
  summary: { color: tokens.colorNeutralForeground2 },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});
