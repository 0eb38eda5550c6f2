import { useState } from 'react';
import type { Day } from '../../../shared/base/day.ts';
import { readTypedValue } from '../../../shared/domain/invoice-fields/index.ts';
import { useSession } from '../../session.ts';
import { useText } from '../../text/use-text.ts';

/** The day when something parked comes back, as it is typed: `day` is null where none was typed or it is wrong. */
export function useReturnDay(): {
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly day: Day | null;
  readonly wrong: string | undefined;
  readonly hint: string;
} {
  const t = useText();
  const { today } = useSession();
  const [typed, type] = useState('');
  const read = typed.trim() === '' ? null : readTypedValue('day', typed, today);
  const wrong =
    read === null
      ? undefined
      : !read.ok
        ? t.typed[read.error]
        : read.value <= today
          ? t.rejected['returns-in-the-past']
          : undefined;
  const day = read?.ok && wrong === undefined ? (read.value as Day) : null;
  return { typed, type, day, wrong, hint: day ?? t.station.parkReturnsHint };
}
