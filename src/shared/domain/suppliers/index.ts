export * from './register-supplier.ts';
export * from './supplier.ts';
