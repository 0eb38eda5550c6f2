export * from './fields.ts';
export * from './typed-values.ts';
