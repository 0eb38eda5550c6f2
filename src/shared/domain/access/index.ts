export * from './access.ts';
export * from './add-person.ts';
export * from './change-roles.ts';
export * from './events.ts';
export * from './found-workspace.ts';
export * from './incompatible-roles.ts';
export * from './scopes.ts';
