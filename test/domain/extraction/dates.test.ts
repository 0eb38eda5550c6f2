import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/shared/base/day.ts';
import { readDay } from '../../../src/shared/domain/extraction/index.ts';

const today = '2026-11-22' as Day;

describe('printed days', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['2026/11/22', '2026-11-22'],
    ['2026 - 11 - 22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['261122', '2026-11-22'],
    ['26-11-22', '2026-11-22'],
    ['22/11 2026', '2026-11-22'],
    ['22/11-26', '2026-11-22'],
    ['22.11.2026', '2026-11-22'],
    ['22-11-2026', '2026-11-22'],
    ['8-9-2022', '2022-09-08'],
    ['22 november 2026', '2026-11-22'],
    ['den 22 november 2026', '2026-11-22'],
    ['22 nov 2026', '2026-11-22'],
    ['22 nov. 2026', '2026-11-22'],
    ['22-Nov-2026', '2026-11-22'],
    ['22:a maj 2026', '2026-05-22'],
    ['November 22, 2026', '2026-11-22'],
    ['August 3 , 2014', '2014-08-03'],
    ['22nd November 2026', '2026-11-22'],
    ['22. März 2026', '2026-03-22'],
    ['19 avril 2026', '2026-04-19'],
    ['19 mei 2026', '2026-05-19'],
    ['03/20/2023', '2023-03-20'],
    ['98-05-02', '1998-05-02'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, today)?.day).toBe(day);
  });

  test.each(['2026-02-30', '31/4 2026', '991332', '1234', '14:30', '22 nonember 2026', '12 ju 2026', '556677-8899', 'maj', ''])(
    '%s is no day',
    (text) => {
      expect(readDay(text, today)).toBeUndefined();
    },
  );

  test('a day that may change places with its month is ambiguous', () => {
    expect(readDay('04/05/2026', today)).toEqual({ day: '2026-05-04', ambiguous: true });
    expect(readDay('22/11/2026', today)?.ambiguous).toBe(false);
  });

  const months = [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ];
  const forms = [
    (y: string, m: string, d: string) => `${y}-${m}-${d}`,
    (y: string, m: string, d: string) => `${y}${m}${d}`,
    (y: string, m: string, d: string) => `${Number(d)}/${Number(m)} ${y}`,
    (y: string, m: string, d: string) => `${d}.${m}.${y}`,
    (y: string, m: string, d: string) => `${y.slice(2)}${m}${d}`,
    (y: string, m: string, d: string) => `${Number(d)} ${months[Number(m) - 1]} ${y}`,
    (y: string, m: string, d: string) => `${Number(d)} ${months[Number(m) - 1]?.slice(0, 3)} ${y}`,
  ];

  test('any day of these years in any Swedish form is read as it was', () => {
    const anyDay = fc.integer({ min: -3000, max: 1500 }).map((days) => addDays(today, days));
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...forms), (day, print) => {
        const [y = '', m = '', d = ''] = day.split('-');
        const printed = print(y, m, d);
        const read = readDay(printed, today);
        if (read?.ambiguous) return;
        expect(read?.day).toBe(day);
      }),
    );
  });
});
