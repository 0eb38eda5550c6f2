export * from './access.ts';
export * from './found-workspace.ts';
export * from './scopes.ts';
