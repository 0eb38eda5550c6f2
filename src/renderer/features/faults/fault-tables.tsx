import type { FaultFigures } from '../../../shared/domain/fault-figures/index.ts';
import { type FilterLanguage, writeFilter } from '../../../shared/domain/work-queue/index.ts';
import { showCount } from '../../count-text.ts';
import type { Place } from '../../navigation.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import type { FigureCell, FigureRow } from '../../ui/figure-table.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';

type Around = { readonly t: Texts; readonly go: (place: Place) => void; readonly language: FilterLanguage };
type Table = {
  readonly title: string;
  readonly hint?: string;
  readonly heads: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly left?: readonly number[];
};

/** The figures as tables: by reason, by way, by supplier and by month. `before` is as many days of the period before. */
export function faultTables(now: FaultFigures, before: FaultFigures | undefined, { t, go, language }: Around): readonly Table[] {
  const own = t.faultFigures;
  const number = (count: number, onOpen?: () => void): FigureCell => ({ text: showCount(count, t), ...(onOpen && { onOpen }) });
  const bar = (share: number): FigureCell => ({ text: '', picture: <ShareBar shares={[0, 0, share]} /> });
  const share = (count: number, of: number): string =>
    of === 0 ? '' : (count / of).toLocaleString(t.locale, { style: 'percent', maximumFractionDigits: 1 });
  const openSupplier = (name: string) => (): void => {
    const filter = writeFilter([{ field: 'supplier', operator: '=', values: [name], negated: false }], language);
    go({ at: 'queue', view: { queue: 'all', sort: 'received', descending: true, filter } });
  };
  const earlier = (count: number | undefined): FigureCell =>
    before === undefined ? { text: t.overview.counting } : number(count ?? 0);
  const mostInMonth = Math.max(1, ...now.byMonth.map(({ count }) => count));
  const tables: readonly Table[] = [
    {
      title: own.byReason,
      left: [1],
      heads: [own.reason, own.count, own.share, own.earlier],
      rows: [
        ...now.byReason.map(({ reason, count }) => ({
          key: `reason-${reason}`,
          head: t.faultReason[reason],
          meaning: own.meaning,
          cells: [
            number(count),
            { ...bar(count / Math.max(1, now.total)), text: share(count, now.total) },
            earlier(before?.byReason.find((one) => one.reason === reason)?.count),
          ],
        })),
        ...now.files.map(({ reason, count }) => ({
          key: `file-${reason}`,
          head: fill(own.file, { why: fileFailure(reason, t) }),
          meaning: own.fileMeaning,
          cells: [
            number(count, () => go({ at: 'intake' })),
            { text: '' },
            earlier(before?.files.find((one) => one.reason === reason)?.count),
          ],
        })),
      ],
    },
    {
      title: own.byWay,
      heads: [own.way, own.arrived, own.count, own.ofArrived, own.filesRefused],
      rows: now.byWay.map(({ channel, isEInvoice, count, files, arrived }) => ({
        key: `way-${channel}-${isEInvoice}`,
        head: `${t.channel[channel]}, ${isEInvoice ? own.electronic : own.scanned}`,
        meaning: own.wayMeaning,
        cells: [number(arrived), number(count), { text: share(count, arrived) }, number(files)],
      })),
    },
    {
      title: own.bySupplier,
      ...(now.supplierCount > now.bySupplier.length && {
        hint: fill(own.mostSuppliers, { shown: now.bySupplier.length, count: now.supplierCount }),
      }),
      left: [1],
      heads: [own.supplier, own.count, own.oftenest],
      rows: now.bySupplier.map(({ supplierId, name, count, oftenest }) => ({
        key: `supplier-${supplierId ?? name}`,
        head: name === '' ? own.unknownSupplier : name,
        meaning: own.meaning,
        cells: [number(count, name === '' ? undefined : openSupplier(name)), { text: t.faultReason[oftenest] }],
      })),
    },
    {
      title: own.trend,
      left: [2],
      heads: [own.month, own.count, own.filesRefused, ''],
      rows: now.byMonth.map(({ month, count, files }) => ({
        key: `month-${month}`,
        head: month,
        meaning: own.meaning,
        cells: [number(count), number(files), bar(count / mostInMonth)],
      })),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

const fileFailure = (reason: string, t: Texts): string =>
  (Object.entries(t.readFailure).find(([code]) => code === reason)?.[1] ?? t.readFailure.unknown).why;
