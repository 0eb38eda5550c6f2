import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly title: string;
  readonly lines: readonly { readonly key: string; readonly icon: ReactNode; readonly text: ReactNode }[];
};

/** Sentences under a title, each with a sign before it and perhaps something to do about it. */
export function ProofList({ title, lines }: Props) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {lines.map(({ key, icon, text }) => (
          <li key={key} className={styles.line}>
            <span className={styles.icon}>{icon}</span>
            <span className={styles.text}>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const useStyles = makeStyles({
  title: {
    margin: '8px 0 2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: 600,
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', alignItems: 'flex-start', gap: '7px', padding: '2px 0' },
  icon: { display: 'inline-flex', flexShrink: 0, paddingTop: '2px', color: tokens.colorNeutralForeground2 },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
});
