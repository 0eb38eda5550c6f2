import { Fragment, useEffect, useRef } from 'react';
import { makeStyles, mergeClasses, tokens } from './style.ts';

/** A value on the sheet: its label, its text, and what is said when it is pointed at. */
export type SheetItem = { readonly key: string; readonly label: string; readonly text: string; readonly hint: string };
export type SheetSection = { readonly heading: string; readonly items: readonly SheetItem[] };
export type SheetGrid = {
  readonly heading: string;
  readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[];
  /** Cell by cell as the columns, several values may share one; and what stands below the row. */
  readonly rows: readonly { readonly cells: readonly (readonly SheetItem[])[]; readonly others: readonly SheetItem[] }[];
  readonly note?: string;
};
type Props = {
  readonly name: string;
  readonly intro: string;
  readonly sections: readonly SheetSection[];
  readonly grids: readonly SheetGrid[];
  /** The key of the value in focus: marked, and scrolled into view. */
  readonly focusKey: string | undefined;
};

/** Values in sections side by side and in tables, as a printed invoice has them, for reading beside a form. */
export function ValueSheet({ name, intro, sections, grids, focusKey }: Props) {
  const styles = useStyles();
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focusKey === undefined) return;
    sheet.current?.querySelector('[data-focus="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [focusKey]);
  const value = ({ key, text, hint }: SheetItem) => (
    <span title={hint} data-focus={key === focusKey} className={mergeClasses(styles.value, key === focusKey && styles.focus)}>
      {text}
    </span>
  );
  const all = [
    ...sections.flatMap(({ items }) => items),
    ...grids.flatMap(({ rows }) => rows.flatMap(({ cells, others }) => [...cells.flat(), ...others])),
  ];
  const inFocus = all.find(({ key }) => key === focusKey);
  return (
    <div className={styles.whole}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section ref={sheet} aria-label={name} tabIndex={0} className={styles.sheet}>
        <p className={styles.intro}>{intro}</p>
        <div className={styles.sections}>
          {sections.map(({ heading, items }) => (
            <div key={heading}>
              <h3 className={styles.heading}>{heading}</h3>
              <dl className={styles.pairs}>
                {items.map((item) => (
                  <div key={item.key} className={styles.pair}>
                    <dt className={styles.label}>{item.label}</dt>
                    <dd className={styles.data}>{value(item)}</dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </div>
        {grids.map(({ heading, columns, rows, note }) => (
          <div key={heading}>
            <h3 className={styles.heading}>{heading}</h3>
            <table className={styles.table}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column.name} scope="col" className={mergeClasses(styles.head, column.isNumber && styles.number)}>
                      {column.name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ cells, others }) => (
                  <Fragment key={(cells.flat()[0] ?? others[0])?.key ?? ''}>
                    <tr>
                      {columns.map((column, place) => (
                        <td key={column.name} className={mergeClasses(styles.cell, column.isNumber && styles.number)}>
                          {(cells[place] ?? []).map((item) => (
                            <div key={item.key}>{value(item)}</div>
                          ))}
                        </td>
                      ))}
                    </tr>
                    {others.length > 0 && (
                      <tr>
                        <td colSpan={columns.length} className={styles.others}>
                          {others.map((item) => (
                            <span key={item.key} className={styles.other}>
                              {item.label} {value(item)}
                            </span>
                          ))}
                        </td>
                      </tr>
                    )}
                  </Fragment>
                ))}
              </tbody>
            </table>
            {note !== undefined && <p className={styles.note}>{note}</p>}
          </div>
        ))}
      </section>
      <p className={styles.foot}>{inFocus?.hint ?? ''}</p>
    </div>
  );
}

const useStyles = makeStyles({
  whole: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  sheet: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: '12px 16px',
    lineHeight: tokens.lineHeightBase200,
  },
  intro: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  sections: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(20em, 1fr))', gap: '4px 24px' },
  heading: { margin: '10px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  pairs: { margin: 0 },
  pair: { display: 'grid', gridTemplateColumns: '9.5em 1fr', gap: '8px', padding: '1px 0' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  data: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  value: { borderRadius: tokens.borderRadiusSmall },
  focus: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `0 0 0 2px ${tokens.colorBrandStroke1}`,
    color: tokens.colorNeutralForeground1,
  },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  head: {
    textAlign: 'left',
    padding: '2px 8px 2px 0',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    verticalAlign: 'bottom',
  },
  cell: { padding: '4px 8px 0 0', verticalAlign: 'top', whiteSpace: 'pre-line' },
  others: { padding: '0 0 4px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  other: { display: 'inline-block', marginRight: '14px', whiteSpace: 'pre-line' },
  number: { textAlign: 'right' },
  foot: {
    flexShrink: 0,
    minHeight: '1.4em',
    margin: 0,
    padding: '4px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  note: { margin: '4px 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});
