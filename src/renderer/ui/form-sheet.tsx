import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

/** Forms in one column, as wide as is good to read. */
export function FormSheet({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().sheet}>{children}</div>;
}

export function FormSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  sheet: { maxWidth: '620px', padding: '16px', display: 'flex', flexDirection: 'column', gap: '16px' },
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '14px 18px 18px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
});
