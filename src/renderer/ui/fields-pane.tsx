import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly name: string;
  /** Read out politely when it changes. */
  readonly status: string;
  readonly note: string;
  readonly panel: ReactNode;
  /** A line in passing, at the foot. */
  readonly foot: ReactNode;
  readonly children: ReactNode;
};

/** The right side of the station: a line of status, a panel that is open, and the fields. */
export function FieldsPane({ name, status, note, panel, foot, children }: Props) {
  const styles = useStyles();
  return (
    <section aria-label={name} className={styles.pane} data-pane tabIndex={-1}>
      <div className={styles.status}>
        <span role="status" className={styles.strong}>
          {status}
        </span>
        <span className={styles.note} title={note}>
          {note}
        </span>
      </div>
      {panel && <div className={styles.panel}>{panel}</div>}
      <div className={styles.fields}>{children}</div>
      {foot}
    </section>
  );
}

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    outline: 'none',
    fontSize: tokens.fontSizeBase300,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  status: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '12px',
    minHeight: '42px',
    padding: '0 14px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  strong: { fontWeight: 600, whiteSpace: 'nowrap' },
  note: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
  },
  panel: { padding: '8px 10px 0', maxHeight: '52%', minHeight: 0, display: 'flex', flexDirection: 'column', flexShrink: 0 },
  fields: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '6px 0 12px' },
});
