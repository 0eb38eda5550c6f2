import type { Day } from '../../../shared/base/day.ts';
import { readTypedValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { Texts } from '../../text/texts.ts';

/** A day as clerks type days; nothing typed is no day. */
export function readDay(
  text: string,
  today: Day,
  t: Texts,
): { readonly ok: true; readonly day: Day | undefined } | { readonly ok: false; readonly why: string } {
  if (text.trim() === '') return { ok: true, day: undefined };
  const read = readTypedValue('day', text, today);
  return read.ok ? { ok: true, day: read.value as Day } : { ok: false, why: t.typed[read.error] };
}
