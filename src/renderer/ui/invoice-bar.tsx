import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly title: string;
  readonly note: string;
  /** A word beside the title. */
  readonly mark?: { readonly text: string; readonly hint: string } | undefined;
  /** A sentence below the line. */
  readonly notice?: ReactNode;
  readonly back: ReactNode;
  readonly children: ReactNode;
};

/** A line with a way back, a title with a note, and acts to the right. */
export function InvoiceBar({ title, note, mark, notice, back, children }: Props) {
  const styles = useStyles();
  return (
    <header className="no-print">
      <div className={styles.bar}>
        {back}
        <h1 className={styles.title} title={title}>
          {title}
        </h1>
        {mark !== undefined && (
          <span className={styles.mark} title={mark.hint}>
            {mark.text}
          </span>
        )}
        <span className={styles.note}>{note}</span>
        <div className={styles.acts}>{children}</div>
      </div>
      <div role="status" className={styles.notice}>
        {notice}
      </div>
    </header>
  );
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    minHeight: '44px',
    flexShrink: 0,
    padding: '4px 10px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '& button': { whiteSpace: 'nowrap', flexShrink: 0 },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: 600,
    minWidth: '6em',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  mark: {
    padding: '1px 9px',
    borderRadius: '10px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    flexShrink: 0,
  },
  notice: { '& > *': { borderRadius: 0 } },
  note: {
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    flexShrink: 4,
    minWidth: '4em',
  },
  acts: { display: 'flex', alignItems: 'center', gap: '8px', marginLeft: 'auto', flexShrink: 0 },
});
