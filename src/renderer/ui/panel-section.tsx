import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = { readonly title: string; readonly children: ReactNode };

/** A titled part of a panel. */
export function PanelSection({ title, children }: Props) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  section: { marginTop: '18px', '& > p': { margin: '4px 0 0', color: tokens.colorNeutralForeground2 } },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: 600 },
});
