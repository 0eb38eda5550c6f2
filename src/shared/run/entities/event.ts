import type { CommandId, EventId, PersonId } from '../../base/ids.ts';
import { defineEntity, integer, json, moment, reference, text } from '../define-entity.ts';

/**
 * One line of the processing history (behandlingshistorik): what happened to a subject, who did it, and when. Appended in the
 * transaction that changed the subject, and never touched again.
 */
export type EventRow = {
  readonly id: EventId;
  readonly rev: number;
  readonly commandId: CommandId;
  /** Its place among the events of its command, 0 first. */
  readonly place: number;
  /** The entity of the subject, and its id. */
  readonly subject: string;
  readonly subjectId: string;
  readonly type: string;
  /** The whole event. */
  readonly event: unknown;
  readonly actor: PersonId;
  readonly atMs: number;
  /** That of the subject, so that whoever may see the subject sees its history. */
  readonly scope: string;
};

export const event = defineEntity<EventRow>()('event', {
  table: 'events',
  columns: {
    commandId: reference,
    place: integer,
    subject: text,
    subjectId: reference,
    type: text,
    event: json,
    actor: reference,
    atMs: moment,
    scope: text,
  },
  derived: {},
  unique: { commandAndPlace: ['commandId', 'place'] },
  lookups: { byCommand: ['commandId'], bySubjectActorAndType: ['subjectId', 'actor', 'type'] },
  indexes: { bySubject: ['subjectId', 'atMs'], byActor: ['actor', 'atMs'], byType: ['type', 'atMs'] },
  scope: (row) => row.scope,
  cites: ({ type, event }) => (type === 'copy-made' ? [(event as { copySha256: string }).copySha256] : []), // the event of that type has it
});
