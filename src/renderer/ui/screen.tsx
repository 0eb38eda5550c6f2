import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly title: string;
  readonly tabs?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A screen: a line with its title, views and acts, and below it the content. */
export function Screen({ title, tabs, actions, children }: Props) {
  const styles = useStyles();
  return (
    <div className={`${styles.screen} print-whole`}>
      <header className={`${styles.header} no-print`}>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.tabs}>{tabs}</div>
        <div className={styles.actions}>{actions}</div>
      </header>
      <div className={`${styles.content} print-whole`} data-pane tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}

/** Narrower than this the views stand on a line of their own. */
const narrow = '@media (max-width: 1500px)';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    alignItems: 'center',
    columnGap: '16px',
    minHeight: '48px',
    padding: '4px 14px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: 600 },
  tabs: { flexGrow: 1, minWidth: 0, [narrow]: { order: 1, flexBasis: '100%' } },
  actions: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '8px' },
  content: { flexGrow: 1, minHeight: 0, overflow: 'auto', outline: 'none', position: 'relative' },
});
