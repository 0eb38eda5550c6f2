import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = { readonly title: string; readonly note: string; readonly children: ReactNode };

/** A card in the middle of an otherwise empty window. */
export function Welcome({ title, note, children }: Props) {
  const styles = useStyles();
  return (
    <main className={styles.room}>
      <div className={styles.card}>
        <p className={styles.program}>Fakturist</p>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.note}>{note}</p>
        {children}
      </div>
    </main>
  );
}

const useStyles = makeStyles({
  room: { height: '100%', overflow: 'auto', display: 'flex', backgroundColor: tokens.colorNeutralBackground3 },
  card: {
    margin: 'auto',
    width: 'min(460px, 94%)',
    padding: '28px 32px 32px',
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow16,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  program: { margin: 0, color: tokens.colorBrandForeground1, fontWeight: 600 },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: 600 },
  note: { margin: '0 0 6px', color: tokens.colorNeutralForeground2 },
});
