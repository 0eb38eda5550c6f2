import type { ExchangePreview } from '../../../shared/contract/register-exchange.ts';
import { useText } from '../../text/use-text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SmallTable } from '../../ui/small-table.tsx';

/** The first rows of the file as they stand. */
export function FirstRows({ preview: { columns, rows } }: { readonly preview: ExchangePreview }) {
  const t = useText();
  return (
    <Disclosure title={t.registerImport.firstRows} startsOpen={false}>
      <SmallTable
        name={t.registerImport.firstRows}
        heads={[t.registerImport.rowColumns.row, ...columns]}
        right={[]}
        rows={rows.map(({ row, cells }) => [String(row), ...columns.map((_, place) => cells[place] ?? '')])}
      />
    </Disclosure>
  );
}
