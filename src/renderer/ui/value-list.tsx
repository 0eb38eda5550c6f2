import { makeStyles, tokens } from './style.ts';

type Props = { readonly values: readonly { readonly name: string; readonly value: string }[] };

/** Names and values, two columns. */
export function ValueList({ values }: Props) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {values.map(({ name, value }) => (
        <div key={name} className={styles.pair}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  list: { margin: 0 },
  pair: {
    display: 'grid',
    gridTemplateColumns: '11.5em minmax(0, 1fr)',
    columnGap: '10px',
    padding: '3px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
});
