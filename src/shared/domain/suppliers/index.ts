export * from './change-facts.ts';
export * from './events.ts';
export * from './payable-now.ts';
export * from './register-supplier.ts';
export * from './supplier.ts';
