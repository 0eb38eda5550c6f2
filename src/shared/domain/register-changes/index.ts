export * from './decide-change.ts';
export * from './events.ts';
export * from './register-change.ts';
export * from './register-new-supplier.ts';
export * from './request-change.ts';
