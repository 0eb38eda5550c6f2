import { makeStyles, mergeClasses, tokens } from './style.ts';

type Props = {
  readonly name: string;
  readonly steps: readonly string[];
  /** 0 first. */
  readonly at: number;
  /** What it is about. */
  readonly note: string;
};

/** The steps of something that is done in order, and which one it is at. */
export function Steps({ name, steps, at, note }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <ol aria-label={name} className={styles.list}>
        {steps.map((step, place) => (
          <li
            key={step}
            aria-current={place === at ? 'step' : undefined}
            className={mergeClasses(styles.step, place === at && styles.current)}
          >
            {`${place < at ? '✓' : place + 1} ${step}`}
          </li>
        ))}
      </ol>
      <span className={styles.note} title={note}>
        {note}
      </span>
    </div>
  );
}

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '16px', minWidth: 0 },
  list: { display: 'flex', gap: '4px', margin: 0, padding: 0, listStyleType: 'none', flexShrink: 0 },
  step: {
    padding: '2px 12px',
    borderRadius: '12px',
    color: tokens.colorNeutralForeground2,
    border: '1px solid transparent',
  },
  current: {
    fontWeight: 600,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  note: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
  },
});
