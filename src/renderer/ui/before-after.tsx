import { makeStyles, mergeClasses, tokens } from './style.ts';

export type Compared = { readonly text: string; readonly mark?: 'new' | 'gone'; readonly word?: string };
type Side = { readonly title: string; readonly lines: readonly Compared[] };
type Props = { readonly name: string; readonly before: Side; readonly after: Side };

/** What stands and what is to stand, beside each other. What is new or goes is said in a word too, never by its look alone. */
export function BeforeAfter({ name, before, after }: Props) {
  const styles = useStyles();
  const box = ({ title, lines }: Side, isNew: boolean) => (
    <div className={mergeClasses(styles.box, isNew && styles.wanted)}>
      <div className={styles.title}>{title}</div>
      {lines.map(({ text, mark, word }) => (
        <div key={text} className={styles.line}>
          <span
            className={mergeClasses(
              mark === 'gone' && styles.gone,
              mark === 'new' && styles.new,
              text.length < longText && styles.whole,
            )}
          >
            {text}
          </span>
          {word !== undefined && <span className={styles.word}> {word}</span>}
        </div>
      ))}
    </div>
  );
  return (
    <section aria-label={name} className={styles.both}>
      {box(before, false)}
      <span aria-hidden className={styles.arrow}>
        →
      </span>
      {box(after, true)}
    </section>
  );
}

/** Shorter ones are numbers and the like, which are not broken at a hyphen. */
const longText = 30;

const useStyles = makeStyles({
  both: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)', columnGap: '8px', alignItems: 'stretch' },
  box: {
    padding: '6px 12px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  wanted: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
  },
  title: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, paddingBottom: '2px' },
  line: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  new: { fontWeight: 600 },
  whole: { whiteSpace: 'nowrap' },
  gone: { textDecorationLine: 'line-through' },
  word: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  arrow: { alignSelf: 'center', fontSize: tokens.fontSizeBase500, color: tokens.colorNeutralForeground3 },
});
