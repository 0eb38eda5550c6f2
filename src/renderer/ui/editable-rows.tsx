import { Button } from './button.tsx';
import { SelectInput } from './select-input.tsx';
import { makeStyles, tokens } from './style.ts';
import { TextInput } from './text-input.tsx';

/** A row as it is typed: a text for each field. */
export type TypedRow = { readonly [field: string]: string };
export type RowField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** It is one of these. */
  readonly choices?: readonly { readonly value: string; readonly text: string }[];
};
type Props = {
  readonly fields: readonly RowField[];
  readonly rows: readonly TypedRow[];
  readonly onChange: (rows: readonly TypedRow[]) => void;
  readonly addText: string;
  readonly removeText: string;
  /** What the button beside the row in this place, from 1, is called. */
  readonly removeName: (place: number) => string;
  readonly empty: TypedRow;
  readonly faultOf: (row: number, field: string) => string | undefined;
};

/** A few things of one kind, each with its fields; rows are added and taken away. */
export function EditableRows({ fields, rows, onChange, addText, removeText, removeName, empty, faultOf }: Props) {
  const styles = useStyles();
  const set = (place: number, changes: TypedRow) =>
    onChange(rows.map((row, at) => (at === place ? ({ ...row, ...changes } as TypedRow) : row)));
  return (
    <div className={styles.all}>
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name while they are typed
        <div key={place} className={styles.row}>
          <div className={styles.fields}>
            {fields.map(({ name, label, hint, choices }) =>
              choices === undefined ? (
                <TextInput
                  key={name}
                  label={label}
                  value={row[name] ?? ''}
                  onChange={(value) => set(place, { [name]: value })}
                  error={faultOf(place, name)}
                  {...(hint !== undefined && { hint })}
                />
              ) : (
                <SelectInput
                  key={name}
                  label={label}
                  value={row[name] ?? ''}
                  choices={choices}
                  onChange={(value) => set(place, { [name]: value })}
                />
              ),
            )}
          </div>
          <Button small name={removeName(place + 1)} onClick={() => onChange(rows.filter((_, at) => at !== place))}>
            {removeText}
          </Button>
        </div>
      ))}
      <Button small onClick={() => onChange([...rows, empty])}>
        {addText}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '10px', alignItems: 'flex-start' },
  row: {
    alignSelf: 'stretch',
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    alignItems: 'flex-start',
    paddingBottom: '10px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  fields: {
    alignSelf: 'stretch',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    gap: '6px 10px',
    alignItems: 'start',
    // A field is no wider than its cell, however wide it would like to be.
    '& > *': { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
    '& .fui-Input': { minWidth: 0, width: '100%' },
    '& input': { minWidth: 0, width: '100%' },
  },
});
