import { ProgressBar } from '@fluentui/react-components';
import { makeStyles, tokens } from './style.ts';

type Props = {
  /** Read out politely when it changes. */
  readonly text: string;
  readonly done?: number;
  /** Null: nobody knows how much there is in all. Missing: nothing is under way. */
  readonly of?: number | null;
};

/** What is being done, in words, with a bar beside it while it is under way. */
export function WorkLine({ text, done = 0, of }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <span role="status" className={styles.text}>
        {text}
      </span>
      {of !== undefined && (
        <span className={styles.bar}>
          {of === null ? (
            <ProgressBar aria-label={text} thickness="large" />
          ) : (
            <ProgressBar aria-label={text} thickness="large" value={of === 0 ? 0 : done / of} />
          )}
        </span>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 14px', minHeight: '26px' },
  text: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  bar: { display: 'block', width: '220px' },
});
