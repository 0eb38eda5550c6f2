import type { ReactNode } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly name: string;
  readonly children: ReactNode;
  /** What can be done about the group. */
  readonly acts?: ReactNode;
};

/** Fields that say one thing together, beside each other as far as there is room. */
export function FieldGroup({ name, children, acts }: Props) {
  const styles = useStyles();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.name}>{name}</legend>
      <div className={styles.fields}>{children}</div>
      {acts !== undefined && <div className={styles.acts}>{acts}</div>}
    </fieldset>
  );
}

const useStyles = makeStyles({
  group: {
    margin: 0,
    minWidth: 0,
    padding: '2px 10px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { padding: '0 4px', fontWeight: 600 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: '6px 10px',
    alignItems: 'start',
    // A field is as wide as its column, whatever is typed in it.
    '& > *': { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
    '& span:has(> input)': { minWidth: 0 },
    '& input': { minWidth: 0, width: '100%' },
  },
  acts: { paddingTop: '8px' },
});
