import type { QueueCount } from '../shared/contract/work-queue.ts';
import { fill } from './text/fill.ts';
import type { Texts } from './text/texts.ts';

/** A count as it is shown, '500+' where there are more; a plain number stays one, so that sentences know what is one. */
export const countText = ({ count, capped }: QueueCount, t: Texts): string | number =>
  capped ? fill(t.queueScreen.capped, { count: showCount(count, t) }) : count < 1_000 ? count : showCount(count, t);

/** '1 234' */
export const showCount = (count: number, t: Texts): string => count.toLocaleString(t.locale);
