import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  /** A sentence over the whole, read out politely when it changes. */
  readonly summary: string;
  readonly progress: ReactNode;
  readonly warning: ReactNode;
  readonly main: ReactNode;
  readonly asideName: string;
  readonly aside: ReactNode;
};

/** A sheet of small things with a sentence above it, and beside it more about the one that is marked. */
export function SheetFrame({ summary, progress, warning, main, asideName, aside }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <div className={styles.summary}>
        <span role="status">{summary}</span>
        {progress && <span className={styles.progress}>{progress}</span>}
      </div>
      {warning}
      <div className={styles.body}>
        <div className={styles.main} data-pane tabIndex={-1}>
          {main}
        </div>
        <section aria-label={asideName} className={styles.aside} data-pane tabIndex={-1}>
          {aside}
        </section>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    minHeight: '36px',
    padding: '5px 14px',
    flexShrink: 0,
    fontWeight: 600,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  progress: { display: 'block', width: '220px' },
  body: { display: 'flex', flexGrow: 1, minHeight: 0 },
  main: { flexGrow: 1, minWidth: 0, outline: 'none', backgroundColor: tokens.colorNeutralBackground1 },
  aside: {
    width: 'clamp(260px, 30%, 400px)',
    flexShrink: 0,
    overflowY: 'auto',
    outline: 'none',
    padding: '10px 14px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
