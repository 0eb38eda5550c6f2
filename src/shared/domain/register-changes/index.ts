export * from './decide-change.ts';
export * from './effects.ts';
export * from './events.ts';
export * from './misfit.ts';
export * from './register-change.ts';
export * from './register-new-supplier.ts';
export * from './request-change.ts';
export * from './shown-change.ts';
