export * from './bank-days.ts';
export * from './calendar.ts';
export * from './clock.ts';
export * from './day-plan.ts';
export * from './fiscal-period.ts';
export * from './iso-week.ts';
export * from './public-holidays.ts';
export * from './usual-calendars.ts';
