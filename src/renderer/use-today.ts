import type { TodayView } from '../shared/contract/work-queue.ts';
import { useEngineQuery } from './use-engine.ts';

const limit = 200;
/** What is due changes by itself, too. */
const askedEveryMs = 60_000;

/** What is the person's today. All who show some of it ask the same question, so that it is answered once. */
export const useToday = (): TodayView | undefined => useEngineQuery('work/today', { limit }, { everyMs: askedEveryMs }).data;
