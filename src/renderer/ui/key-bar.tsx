import { KeyCaps } from './key-caps.tsx';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly name: string;
  readonly keys: readonly { readonly combo: string; readonly does: string; readonly onPress: () => void }[];
  readonly keyNames: { readonly [part: string]: string };
};

/** The keys that do something right now; they can be clicked too. */
export function KeyBar({ name, keys, keyNames }: Props) {
  const styles = useStyles();
  return (
    <div role="toolbar" aria-label={name} className={styles.bar}>
      {keys.map(({ combo, does, onPress }) => (
        <button
          key={combo}
          type="button"
          tabIndex={-1}
          className={styles.key}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onPress}
        >
          <KeyCaps combo={combo} names={keyNames} />
          <span>{does}</span>
        </button>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '4px',
    rowGap: '1.5em',
    flexShrink: 0,
    padding: '3px 8px',
    height: '2.6em',
    // What does not fit is left out whole; F1 shows every key.
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  key: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    padding: '2px 6px',
    minHeight: '26px',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    background: 'none',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
  },
});
