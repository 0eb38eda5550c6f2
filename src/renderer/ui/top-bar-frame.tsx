import type { ReactNode } from 'react';
import { PersonIcon } from './icons.ts';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly name: string;
  readonly program: string;
  readonly mark: string | undefined;
  readonly person: string;
  readonly personNote: string;
  readonly children: ReactNode;
};

export function TopBarFrame({ name, program, mark, person, personNote, children }: Props) {
  const styles = useStyles();
  return (
    <section aria-label={name} className={styles.bar} data-pane>
      <span className={styles.program}>{program}</span>
      {mark !== undefined && <span className={styles.mark}>{mark}</span>}
      <div className={styles.acts}>
        {children}
        <span className={styles.person} title={personNote}>
          <PersonIcon aria-hidden />
          {person}
        </span>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minHeight: '42px',
    padding: '2px 14px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  program: { fontWeight: 600, fontSize: tokens.fontSizeBase400, color: tokens.colorBrandForeground1 },
  mark: {
    padding: '1px 9px',
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  acts: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '2px' },
  person: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    paddingLeft: '12px',
    marginLeft: '6px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
});
