export * from './address.ts';
export * from './external-ids.ts';
