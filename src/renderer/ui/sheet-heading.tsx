import type { ReactElement } from 'react';
import { LinkButton } from './link-button.tsx';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly icon: ReactElement;
  readonly title: string;
  /** On the line below. */
  readonly note: string;
  /** What the title leads to. */
  readonly act?: { readonly name: string; readonly onPress: () => void } | undefined;
};

/** The heading of a section of a sheet: its title opens what it names. Its room may be no wider than one small page. */
export function SheetHeading({ icon, title, note, act }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.heading}>
      <span className={styles.icon}>{icon}</span>
      <div className={styles.lines}>
        <strong className={styles.line} title={title}>
          {act === undefined ? (
            title
          ) : (
            <LinkButton outOfTabOrder oneLine name={act.name} onClick={act.onPress}>
              {title}
            </LinkButton>
          )}
        </strong>
        <span className={styles.note} title={note}>
          {note}
        </span>
      </div>
    </div>
  );
}

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 } as const;
const useStyles = makeStyles({
  heading: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '6px',
    width: '100%',
    minWidth: 0,
    paddingBottom: '2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  line: { display: 'block', ...cut },
  note: { color: tokens.colorNeutralForeground2, display: 'block', ...cut },
});
