import { err, ok, type Result } from '../../base/result.ts';
import type { Span } from './calendar.ts';

/** '8–16', '8.30–12' or '08:00-16:00' as minutes; nothing written: closed, null. */
export function parseSpan(text: string): Result<Span | null, 'not-hours'> {
  const tidy = text.trim();
  if (tidy === '') return ok(null);
  const found = /^(\d{1,2})(?:[.:](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[.:](\d{2}))?$/.exec(tidy);
  if (found === null) return err('not-hours');
  const [, fromHours, fromMinutes = '0', untilHours, untilMinutes = '0'] = found.map((part) => part ?? undefined);
  const from = Number(fromHours) * 60 + Number(fromMinutes);
  const until = Number(untilHours) * 60 + Number(untilMinutes);
  const isRight = Number(fromMinutes) < 60 && Number(untilMinutes) < 60 && until <= 1_440 && from < until;
  return isRight ? ok([from, until]) : err('not-hours');
}

const showTime = (minutes: number): string => {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
};

/** '8–12, 13–16'; nothing of a closed day. */
export const showSpans = (spans: readonly Span[]): string =>
  spans.map(([from, until]) => `${showTime(from)}–${showTime(until)}`).join(', ');
