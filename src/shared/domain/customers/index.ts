export * from './called-elsewhere.ts';
export * from './customer.ts';
export * from './end-customer.ts';
export * from './events.ts';
export * from './facts.ts';
export * from './register-customer.ts';
export * from './shown-customer.ts';
