import type { ReactElement } from 'react';
import { LinkButton } from './link-button.tsx';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly icon: ReactElement;
  readonly title: string;
  readonly note: string;
  readonly act?: { readonly text: string; readonly name: string; readonly onPress: () => void } | undefined;
};

/** The heading of a section of a sheet, with a way to open what it names. */
export function SheetHeading({ icon, title, note, act }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.heading}>
      <span className={styles.icon}>{icon}</span>
      <strong className={styles.title} title={title}>
        {title}
      </strong>
      <span className={styles.note}>{note}</span>
      {act !== undefined && (
        <LinkButton outOfTabOrder name={act.name} onClick={act.onPress}>
          {act.text}
        </LinkButton>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  heading: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    minWidth: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '& button': { flexShrink: 0 },
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  note: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap', flexShrink: 0 },
});
