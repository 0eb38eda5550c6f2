import { type Day, dayInSweden } from '../../../shared/base/day.ts';
import type { ControlFindingRow, InboxFolder } from '../../../shared/contract/supplier-control.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import type { Column } from '../../ui/data-table-column.ts';
import { IconText } from '../../ui/icon-text.tsx';
import { ErrorSignIcon, InfoIcon, WarningIcon } from '../../ui/icons.ts';

export const severityIcon = { stop: ErrorSignIcon, warning: WarningIcon, information: InfoIcon };

export function controlColumns(folder: InboxFolder, t: Texts, today: Day): readonly Column<ControlFindingRow>[] {
  const { columns } = t.controls;
  const state = (row: ControlFindingRow) => stateWords(row, t, today);
  return [
    {
      id: 'severity',
      header: columns.severity,
      width: 8.5,
      cell: ({ severity }) => {
        const Icon = severityIcon[severity];
        return <IconText icon={<Icon aria-hidden />}>{t.controls.severity[severity]}</IconText>;
      },
    },
    {
      id: 'supplier',
      header: columns.supplier,
      width: 11,
      grow: 2,
      text: ({ supplierName }) => supplierName,
      cell: ({ supplierName }) => supplierName,
    },
    {
      id: 'about',
      header: columns.about,
      width: 11,
      grow: 1,
      text: ({ about }) => t.controls.check[about],
      cell: ({ about }) => t.controls.check[about],
    },
    folder === 'completed'
      ? {
          id: 'outcome',
          header: columns.outcome,
          width: 10,
          grow: 1,
          text: ({ outcome }) => outcomeWords(outcome, t),
          cell: ({ outcome }) => outcomeWords(outcome, t),
        }
      : { id: 'state', header: columns.state, width: 10, grow: 1, text: state, cell: state },
    folder === 'snoozed'
      ? { id: 'until', header: columns.until, width: 7.5, cell: ({ untilDay }) => untilDay ?? t.common.none }
      : { id: 'opened', header: columns.opened, width: 7.5, cell: ({ openedAtMs }) => dayInSweden(openedAtMs) },
  ];
}

const outcomeWords = (outcome: ControlFindingRow['outcome'], t: Texts): string =>
  outcome === null ? t.common.none : t.controls.outcome[outcome];

/** How a finding stands; a snooze that is over is back, without anybody saying so. */
export function stateWords({ state, sharedWithName, untilDay, outcome }: ControlFindingRow, t: Texts, today: Day): string {
  if (state === 'shared') return fill(t.controls.sharedWith, { name: sharedWithName ?? t.common.none });
  if (state === 'snoozed' && untilDay !== null && untilDay <= today) return fill(t.controls.snoozeOver, { day: untilDay });
  return state === 'completed' ? outcomeWords(outcome, t) : t.controls.state[state];
}
