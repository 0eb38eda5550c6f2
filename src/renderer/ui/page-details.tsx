import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly title: string;
  /** Null while there is no picture. */
  readonly source: string | null;
  readonly pictureName: string;
  readonly acts: ReactNode;
  readonly children: ReactNode;
};

/** A page somewhat larger, what is to be said of it, and what can be done with it. */
export function PageDetails({ title, source, pictureName, acts, children }: Props) {
  const styles = useStyles();
  return (
    <>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.acts}>{acts}</div>
      {children}
      {source !== null && <img key={source} src={source} alt={pictureName} className={styles.image} />}
    </>
  );
}

const useStyles = makeStyles({
  title: { margin: '0 0 6px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginBottom: '6px', ':empty': { display: 'none' } },
  image: { width: '100%', marginTop: '10px', border: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: '#fff' },
});
