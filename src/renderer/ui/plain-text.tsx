import { makeStyles, tokens } from './style.ts';

type Props = { readonly name: string; readonly text: string };

/** Text as it stands in a file, line by line, to be scrolled and copied from. */
export function PlainText({ name, text }: Props) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section aria-label={name} tabIndex={0} className={styles.frame}>
      <pre className={styles.text}>{text}</pre>
    </section>
  );
}

const useStyles = makeStyles({
  frame: {
    maxHeight: '50vh',
    overflow: 'auto',
    padding: '6px 8px',
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});
