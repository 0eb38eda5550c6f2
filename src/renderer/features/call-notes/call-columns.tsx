import type { Day } from '../../../shared/base/day.ts';
import type { CallNoteRow } from '../../../shared/contract/call-notes.ts';
import { showMoment, showMomentNear } from '../../formats.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import type { Column } from '../../ui/data-table-column.ts';
import { showLength } from './call-draft.ts';

/** What a call was about, in a few words. */
export const aboutWords = ({ invoice, supplier, customer }: CallNoteRow): string =>
  [invoice, supplier, customer].flatMap((one) => (one === null ? [] : [one.name])).join(' · ');

const answerInShort = ({ awaits, answered }: CallNoteRow, t: Texts, today: Day): string => {
  if (answered !== null) return t.calls.done;
  if (awaits === null) return '';
  return awaits.dueMs === null ? t.calls.awaits : fill(t.calls.by, { at: showMomentNear(awaits.dueMs, today, t) });
};

export function callColumns(t: Texts, today: Day): readonly Column<CallNoteRow>[] {
  const { columns } = t.calls;
  const said = (id: string, header: string, width: number, grow: number, text: (row: CallNoteRow) => string) => ({
    ...{ id, header, width, grow, text },
    cell: text,
  });
  return [
    said('began', columns.began, 9, 0, ({ beganAtMs }) => showMoment(beganAtMs, today, t)),
    said('reason', columns.reason, 8, 1, ({ reason }) => reason?.name ?? t.common.none),
    said('text', columns.text, 13, 3, ({ text }) => text.replaceAll('\n', ' ')),
    said('answer', columns.answer, 10, 0, (row) => answerInShort(row, t, today)),
    said('about', columns.about, 8, 2, aboutWords),
    said('line', columns.line, 8, 1, ({ line }) => line?.name ?? ''),
    said('by', columns.by, 7.5, 0, ({ notedBy }) => notedBy.name),
    {
      ...{ id: 'length', header: columns.length, width: 5, right: true },
      cell: ({ beganAtMs, endedAtMs }) => showLength(endedAtMs - beganAtMs),
    },
  ];
}
