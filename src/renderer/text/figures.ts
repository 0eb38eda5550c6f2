import type { Channel } from '../../shared/domain/intake/index.ts';

/** What *Översikt* tells of a period, line by line. */
export type Figure = 'received' | 'verified' | Channel | 'in-time' | 'late' | 'duplicates' | 'false-alarms' | 'faulty-files';
