import { type ReactElement, type ReactNode, useState } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import type { Column } from '../ui/data-table-column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { AddIcon } from '../ui/icons.ts';
import { Screen } from '../ui/screen.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { SideBySide } from '../ui/side-by-side.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useSortWords } from '../use-sort-words.ts';

type Props<Row> = {
  /** The register's own words. */
  readonly words: {
    readonly [Name in 'title' | 'searchHint' | 'table' | 'none' | 'noneHint' | 'pick' | 'add']: string;
  };
  readonly icon: ReactElement;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly rows: readonly Row[];
  readonly isPending: boolean;
  readonly columns: readonly Column<Row>[];
  readonly idOf: (row: Row) => string;
  readonly chosenId: string | undefined;
  readonly onOpen: (row: Row) => void;
  /** The ways to what is done with many rows at a time. */
  readonly links: ReactNode;
  readonly whyNotAdd: string | undefined;
  /** The form for a new row. */
  readonly form: (close: () => void) => ReactNode;
  /** The card of the chosen row. */
  readonly card: ReactNode;
};

/** The screen of a register: search first, the list, and beside it the card of one row or the form for a new one. */
export function RegisterScreen<Row extends object>(props: Props<Row>) {
  const { words, icon, search, onSearch, rows, isPending, columns, idOf, chosenId, onOpen, links, whyNotAdd, form, card } = props;
  const t = useText();
  const sortWords = useSortWords();
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  const add = () => (whyNotAdd === undefined ? setAdding(true) : undefined);
  const open = (row: Row) => {
    close();
    onOpen(row);
  };
  useKeys({ addRow: add });
  return (
    <Screen
      title={words.title}
      tabs={<SearchBox label={t.common.search} hint={words.searchHint} value={search} onChange={onSearch} />}
      actions={
        <>
          {links}
          <Button icon={<AddIcon />} whyNot={whyNotAdd} hint="Ctrl+N" onClick={add}>
            {words.add}
          </Button>
        </>
      }
    >
      <SideBySide
        even
        left={
          rows.length === 0 && !isPending ? (
            <EmptyState icon={icon} title={words.none} hint={words.noneHint} />
          ) : (
            <DataTable
              name={words.table}
              rows={rows}
              columns={columns}
              rowKey={idOf}
              onOpen={open}
              startKey={chosenId}
              sortWords={sortWords}
            />
          )
        }
        right={adding ? form(close) : chosenId === undefined ? <EmptyState icon={icon} title={words.pick} /> : card}
      />
    </Screen>
  );
}
