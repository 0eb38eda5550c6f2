import { makeStyles, mergeClasses, tokens } from './style.ts';

type Props = {
  readonly heads: readonly string[];
  /** As wide as the cells below. */
  readonly cellClass: (column: number) => string;
};

/** The headings of a table that is read and has no keys of its own. */
export function TableHead({ heads, cellClass }: Props) {
  const styles = useStyles();
  return (
    <thead>
      <tr>
        {heads.map((head, column) => (
          <th key={head} scope="col" className={mergeClasses(cellClass(column), styles.head)}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const useStyles = makeStyles({
  head: { fontWeight: 600, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});
