import { makeStyles, tokens } from './style.ts';

type Props = { readonly combo: string; readonly names: { readonly [part: string]: string } };

/** 'Ctrl+Enter' as key caps, in the clerk's words. */
export function KeyCaps({ combo, names }: Props) {
  const styles = useStyles();
  return (
    <kbd className={styles.cap}>
      {combo
        .split('+')
        .map((part) => names[part] ?? part)
        .join('+')}
    </kbd>
  );
}

const useStyles = makeStyles({
  cap: {
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: 600,
    padding: '0 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomWidth: '2px',
    borderRadius: '4px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    whiteSpace: 'nowrap',
  },
});
