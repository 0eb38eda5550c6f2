import { makeStyles, tokens } from './style.ts';

type Line = {
  readonly key: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly notes: readonly string[];
};

/** What happened, under each other along a line. */
export function Timeline({ lines }: { readonly lines: readonly Line[] }) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {lines.map(({ key, when, who, what, notes }) => (
        <li key={key} className={styles.line}>
          <div>{what}</div>
          {notes.map((note) => (
            <div key={note}>{note}</div>
          ))}
          <div className={styles.when}>
            {when} · {who}
          </div>
        </li>
      ))}
    </ol>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: '2px 0 0 4px' },
  line: {
    position: 'relative',
    padding: '0 0 10px 16px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-6px',
      top: '5px',
      width: '8px',
      height: '8px',
      borderRadius: '50%',
      border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  when: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});
