export * from './access.ts';
export * from './found-workspace.ts';
