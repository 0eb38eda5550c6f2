export * from './events.ts';
export * from './learned-rule.ts';
export * from './replay.ts';
export * from './settle-replay.ts';
export * from './switch-rule.ts';
export * from './teach.ts';
