import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = { readonly value: string; readonly note: string; readonly picture?: ReactNode };

/** A value as it is, beside its picture, and below it a word on how sure it is. */
export function ValueLine({ value, note, picture }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.whole}>
      <div className={styles.line}>
        <strong className={styles.value}>{value}</strong>
        {picture}
      </div>
      {note !== '' && <p className={styles.note}>{note}</p>}
    </div>
  );
}

const useStyles = makeStyles({
  whole: { padding: '2px 0' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px' },
  value: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontVariantNumeric: 'tabular-nums' },
  note: { margin: '2px 0 0', color: tokens.colorNeutralForeground2 },
});
