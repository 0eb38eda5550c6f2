import { makeStyles, mergeClasses, tokens } from './style.ts';

type Props = {
  readonly children: string /** What it does, where the text only names a thing. */;
  readonly name?: string;
  /** The same can be done by keyboard elsewhere. */
  readonly outOfTabOrder?: boolean;
  /** Cut short where there is no room. */
  readonly oneLine?: boolean;
  readonly onClick: () => void;
};

/** Words in a line that lead somewhere. */
export function LinkButton({ children, name, outOfTabOrder = false, oneLine = false, onClick }: Props) {
  const styles = useStyles();
  return (
    <button
      type="button"
      tabIndex={outOfTabOrder ? -1 : 0}
      className={mergeClasses(styles.link, oneLine && styles.oneLine)}
      onClick={onClick}
      title={name}
      {...(name && { 'aria-label': name })}
    >
      {children}
    </button>
  );
}

const useStyles = makeStyles({
  link: {
    font: 'inherit',
    color: tokens.colorBrandForegroundLink,
    textAlign: 'left',
    background: 'none',
    border: 'none',
    padding: 0,
    minHeight: '24px',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    borderRadius: tokens.borderRadiusSmall,
    overflowWrap: 'anywhere',
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
  },
  oneLine: {
    minHeight: 'auto',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: 600,
    verticalAlign: 'bottom',
  },
});
