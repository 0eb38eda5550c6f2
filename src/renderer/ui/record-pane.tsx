import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type PaneProps = { readonly name: string; readonly printedBy: string; readonly children: ReactNode };

/** Something to read, in sections; printed whole. */
export function RecordPane({ name, printedBy, children }: PaneProps) {
  const styles = useStyles();
  return (
    <section aria-label={name} className={`${styles.pane} print-whole`} data-pane tabIndex={-1}>
      {children}
      <p className="only-print">{printedBy}</p>
    </section>
  );
}

export function RecordSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  pane: {
    height: '100%',
    overflowY: 'auto',
    padding: '4px 0 16px',
    outline: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  section: { padding: '6px 16px', display: 'flex', flexDirection: 'column', gap: '6px' },
  title: {
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: 600,
    color: tokens.colorNeutralForeground2,
  },
});
