import { makeStyles } from './style.ts';

type Props = { readonly pieces: readonly { readonly text: string; readonly isMarked: boolean }[] };

/** A text with parts of it marked, by weight and line and not by colour alone. */
export function MarkedText({ pieces }: Props) {
  const styles = useStyles();
  let at = 0;
  return (
    <>
      {pieces.map(({ text, isMarked }) => {
        at += text.length;
        return isMarked ? (
          <mark key={at} className={styles.mark}>
            {text}
          </mark>
        ) : (
          <span key={at}>{text}</span>
        );
      })}
    </>
  );
}

const useStyles = makeStyles({
  mark: { background: 'none', color: 'inherit', fontWeight: 700, textDecoration: 'underline', textUnderlineOffset: '2px' },
});
