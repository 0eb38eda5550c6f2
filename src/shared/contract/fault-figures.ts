import { z } from 'zod';
import type { FaultFigures } from '../domain/fault-figures/index.ts';
import { daySchema } from '../run/schemas.ts';
import { takes } from './called.ts';

export const faultFigureQueries = {
  /** Faults of the days asked for; the trend is of the twelve months up to the last of them. */
  'faults/figures': takes(z.object({ fromDay: daySchema, throughDay: daySchema })).gives<FaultFigures>(),
};
