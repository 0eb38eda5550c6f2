import type { Day } from '../../../shared/base/day.ts';
import type { ArticleRow } from '../../../shared/contract/customers-and-articles.ts';
import { isInUse } from '../../../shared/domain/articles/index.ts';
import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import type { Texts } from '../../text/texts.ts';
import type { Column } from '../../ui/data-table-column.ts';
import { Sign } from '../../ui/sign.tsx';

export function articleColumns(today: Day, t: Texts): readonly Column<ArticleRow>[] {
  const { columns } = t.articles;
  const name = ({ article }: ArticleRow) => article.name;
  return [
    { id: 'number', header: columns.number, width: 7, cell: ({ article }) => article.number },
    { id: 'name', header: columns.name, width: 12, grow: 3, text: name, cell: name },
    {
      id: 'price',
      header: columns.price,
      width: 7,
      right: true,
      cell: ({ price }) => (price === null ? t.common.none : showAmount(price.priceOre)),
    },
    { id: 'unit', header: columns.unit, width: 5, cell: ({ article }) => article.unit },
    {
      id: 'state',
      header: columns.state,
      width: 6.5,
      cell: ({ article }) => (isInUse(article, today) ? null : <Sign kind="plain">{t.articles.ended}</Sign>),
    },
  ];
}
