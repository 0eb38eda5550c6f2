import type { Day } from '../../../shared/base/day.ts';
import type { CallNoteRow } from '../../../shared/contract/call-notes.ts';
import { showMoment } from '../../formats.ts';
import { answerWords } from '../../register-card/calls-about.tsx';
import type { Texts } from '../../text/texts.ts';
import type { Column } from '../../ui/data-table-column.ts';
import { showLength } from './call-draft.ts';

/** What a call was about, in a few words. */
export const aboutWords = ({ invoice, supplier, customer }: CallNoteRow): string =>
  [invoice, supplier, customer].flatMap((one) => (one === null ? [] : [one.name])).join(' · ');

export function callColumns(t: Texts, today: Day): readonly Column<CallNoteRow>[] {
  const { columns } = t.calls;
  const said = (id: string, header: string, width: number, grow: number, text: (row: CallNoteRow) => string) => ({
    ...{ id, header, width, grow, text },
    cell: text,
  });
  return [
    said('began', columns.began, 9, 0, ({ beganAtMs }) => showMoment(beganAtMs, today, t)),
    said('reason', columns.reason, 9, 1, ({ reason }) => reason?.name ?? t.common.none),
    said('text', columns.text, 14, 3, ({ text }) => text.replaceAll('\n', ' ')),
    said('about', columns.about, 10, 2, aboutWords),
    said('answer', columns.answer, 11, 1, (row) => answerWords(row, t)),
    said('line', columns.line, 8, 1, ({ line }) => line?.name ?? ''),
    said('by', columns.by, 7.5, 0, ({ notedBy }) => notedBy.name),
    {
      ...{ id: 'length', header: columns.length, width: 5, right: true },
      cell: ({ beganAtMs, endedAtMs }) => showLength(endedAtMs - beganAtMs),
    },
  ];
}
