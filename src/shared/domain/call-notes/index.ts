export * from './call-note.ts';
export * from './call-reason.ts';
export * from './events.ts';
export * from './note-call.ts';
