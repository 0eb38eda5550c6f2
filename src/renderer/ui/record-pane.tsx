import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from './style.ts';

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

type SectionProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** What can be done about it, beside the title; not printed. */
  readonly acts?: ReactNode;
  /** The one that says what all the others are about. */
  readonly leads?: boolean;
  /** It stays in view at the bottom while the rest is scrolled. */
  readonly stays?: boolean;
};

export function RecordSection({ title, children, acts, leads = false, stays = false }: SectionProps) {
  const styles = useStyles();
  return (
    <section {...(!leads && { 'aria-label': title })} className={mergeClasses(styles.section, stays && styles.stays)}>
      <div className={styles.head}>
        <h2 className={mergeClasses(styles.title, leads && styles.leads)}>{title}</h2>
        {acts !== undefined && <div className={`${styles.acts} no-print`}>{acts}</div>}
      </div>
      {children}
    </section>
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
    // What does not fit is scrolled to, never squeezed; panels stand among the sections with air around them.
    '& > *': { flexShrink: 0 },
    '& > [data-pane]': { margin: '6px 12px' },
  },
  stays: {
    position: 'sticky',
    bottom: '-16px',
    paddingBottom: '16px',
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  section: { padding: '6px 16px', display: 'flex', flexDirection: 'column', gap: '6px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 12px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  leads: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    color: tokens.colorNeutralForeground1,
  },
  title: {
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: 600,
    color: tokens.colorNeutralForeground2,
  },
});
