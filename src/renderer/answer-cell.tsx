import type { Day } from '../shared/base/day.ts';
import { type AnswerClock, type Pressure, pressureOf } from '../shared/domain/work-queue/index.ts';
import { showMomentNear } from './formats.ts';
import { fill } from './text/fill.ts';
import type { Texts } from './text/texts.ts';
import { useText } from './text/use-text.ts';
import { IconText } from './ui/icon-text.tsx';
import { ErrorSignIcon, InfoIcon, WaitingIcon, WarningIcon } from './ui/icons.ts';

/** Something with a clock; null: nobody waits for it. */
type Clocked = { readonly answer: AnswerClock | null };
type Props = { readonly row: Clocked; readonly today: Day };
const hourMs = 3_600_000;
const icons: { readonly [P in Pressure]: typeof WaitingIcon | undefined } = {
  late: ErrorSignIcon,
  soon: WarningIcon,
  today: InfoIcon,
  plenty: undefined,
  waiting: WaitingIcon,
};

/** When it is to be answered, how pressed that is in a word and a sign, and how long its clock has stood still. */
export function AnswerCell({ row, today }: Props) {
  const t = useText();
  const { answer } = row;
  const text = answerText(row, today, t);
  if (answer === null || answer.gap !== null) return text;
  const Icon = icons[pressureOf(answer.dueMs ?? undefined, Date.now())];
  return Icon === undefined ? text : <IconText icon={<Icon aria-hidden />}>{text}</IconText>;
}

/** 'försenad (tis 14.30)', '3 tim kvar (14.30)', '2026-12-01 09.00'; or what the calendar has not been told. */
export function answerText({ answer }: Clocked, today: Day, t: Texts): string {
  if (answer === null) return t.common.none;
  if (answer.gap !== null)
    return answer.gap.code === 'year-not-set'
      ? fill(t.calendars.gap[answer.gap.code], { year: answer.gap.year })
      : t.calendars.gap[answer.gap.code];
  const paused = answer.pausedMs < hourMs ? '' : `, ${fill(t.work.paused, { count: Math.round(answer.pausedMs / hourMs) })}`;
  if (answer.dueMs === null) return `${t.work.pressure.waiting}${paused}`;
  const moment = showMomentNear(answer.dueMs, today, t);
  const leftMs = answer.dueMs - Date.now();
  const pressure = pressureOf(answer.dueMs, Date.now());
  if (pressure === 'plenty') return `${moment}${paused}`;
  const word =
    pressure === 'late'
      ? t.work.pressure.late
      : leftMs < hourMs
        ? fill(t.work.left.minutes, { count: Math.max(1, Math.floor(leftMs / 60_000)) })
        : fill(t.work.left.hours, { count: Math.floor(leftMs / hourMs) });
  return `${word} (${moment})${paused}`;
}
