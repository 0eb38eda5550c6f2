import type { Channel } from '../../shared/domain/intake/index.ts';

/** What *Översikt* tells of a period, line by line; channels have words of their own. */
export type OwnFigure = 'received' | 'verified' | 'in-time' | 'late' | 'duplicates' | 'false-alarms' | 'faulty-files';
export type Figure = OwnFigure | Channel;
