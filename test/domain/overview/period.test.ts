import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { channels } from '../../../src/shared/domain/intake/index.ts';
import { ageBands, arrivalsOfBands, comparedPeriods, periodConditions } from '../../../src/shared/domain/overview/index.ts';
import { parseFilter, writeFilter } from '../../../src/shared/domain/work-queue/index.ts';

test.each([
  // choice         today         looked at                     held against
  ['this-month', '2026-11-25', '2026-11-01', '2026-11-25', '2026-10-01', '2026-10-25'],
  ['this-month', '2026-03-31', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'], // February has no more days
  ['this-month', '2027-01-01', '2027-01-01', '2027-01-01', '2026-12-01', '2026-12-01'],
  ['last-month', '2026-11-25', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
  ['this-quarter', '2026-11-25', '2026-10-01', '2026-11-25', '2026-07-01', '2026-08-25'],
  ['last-quarter', '2026-01-02', '2025-10-01', '2025-12-31', '2025-07-01', '2025-09-30'],
  ['this-year', '2026-11-25', '2026-01-01', '2026-11-25', '2025-01-01', '2025-11-25'],
  ['last-year', '2026-11-25', '2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
] as const)('%s on %s is %s–%s, held against %s–%s', (choice, today, from, through, fromBefore, throughBefore) => {
  expect(comparedPeriods(choice, today as Day)).toEqual({
    period: { fromDay: from, throughDay: through },
    before: { fromDay: fromBefore, throughDay: throughBefore },
  });
});

test('every day of arrival is in one band, and the bands meet', () => {
  const today = '2026-11-25' as Day;
  expect(arrivalsOfBands(today)).toEqual([
    { fromDay: today, throughDay: null },
    { fromDay: '2026-11-23', throughDay: '2026-11-24' },
    { fromDay: '2026-11-18', throughDay: '2026-11-22' },
    { fromDay: '2026-10-26', throughDay: '2026-11-17' },
    { fromDay: null, throughDay: '2026-10-25' },
  ]);
  for (const [place, { fromDays }] of ageBands.entries())
    if (place > 0) expect(ageBands[place - 1]?.throughDays).toBe(fromDays - 1);
});

test('every figure of invoices opens what the filter language can say, in both languages', () => {
  const period = { fromDay: '2026-11-01' as Day, throughDay: '2026-11-25' as Day };
  for (const figure of ['received', 'verified', 'in-time', 'late', 'duplicates', 'false-alarms', ...channels] as const)
    for (const language of ['sv', 'en'] as const) {
      const conditions = periodConditions(figure, period);
      expect(parseFilter(writeFilter(conditions, language))).toEqual({ ok: true, value: conditions });
    }
});
