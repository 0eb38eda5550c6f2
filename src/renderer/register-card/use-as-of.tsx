import { type ReactNode, useRef, useState } from 'react';
import type { Day } from '../../shared/base/day.ts';
import { AsOfChoice } from './as-of-choice.tsx';

/** The day as of which a card is to be shown. */
export type AsOf = {
  /** Null: now. */
  readonly day: Day | null;
  readonly choice: ReactNode;
  readonly backToNow: () => void;
  readonly focus: () => void;
};

export function useAsOf(): AsOf {
  const [day, setDay] = useState<Day | null>(null);
  /** A new one empties the field of the day. */
  const [round, setRound] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  return {
    day,
    choice: <AsOfChoice key={round} inputRef={input} onDay={setDay} />,
    backToNow: () => {
      setDay(null);
      setRound(round + 1);
    },
    focus: () => input.current?.focus(),
  };
}
