export * from './bank-account.ts';
export * from './clearing-numbers.ts';
export * from './identifiers.ts';
export * from './party-ids.ts';
export * from './personal-number.ts';
