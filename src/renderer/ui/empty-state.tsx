import type { ReactElement, ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly icon: ReactElement;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children?: ReactNode;
};

/** A kind word where there is nothing, and what can be done. */
export function EmptyState({ icon, title, hint, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <div className={styles.icon}>{icon}</div>
      <p className={styles.title}>{title}</p>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '6px',
    padding: '48px 24px',
    textAlign: 'center',
    height: '100%',
  },
  icon: { color: tokens.colorNeutralForeground3, '& svg': { width: '40px', height: '40px' } },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  hint: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, maxWidth: '60ch', overflowWrap: 'anywhere' },
});
