export * from './alike-fields.ts';
