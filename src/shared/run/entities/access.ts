import type { Grant, Person, RoleChange } from '../../domain/access/index.ts';
import { day, defineEntity, flag, moment, reference, text } from '../define-entity.ts';

export const person = defineEntity<Person>()('person', {
  table: 'people',
  columns: { name: text, initials: text, human: flag },
  derived: {},
  unique: {},
  lookups: { all: [] },
  indexes: {},
  scope: () => 'reg:access',
  cites: () => [],
});

export const grant = defineEntity<Grant>()('grant', {
  table: 'grants',
  columns: { personId: reference, role: text, within: text, fromDay: day, throughDay: day.orNone },
  derived: {},
  unique: {},
  lookups: { byPerson: ['personId'], byRole: ['role'] },
  indexes: {},
  scope: () => 'reg:access',
  cites: () => [],
});

export const roleChange = defineEntity<RoleChange>()('roleChange', {
  table: 'role_changes',
  columns: {
    state: text,
    kind: text,
    grantId: reference,
    personId: reference,
    role: text,
    within: text,
    fromDay: day,
    throughDay: day.orNone,
    wasThrough: day.orNone,
    reason: text,
    requestedBy: reference,
    requestedAtMs: moment,
    decidedBy: reference.orNone,
    decidedAtMs: moment.orNone,
    refusal: text.orNone,
  },
  derived: {},
  unique: {},
  lookups: { byPersonAndState: ['personId', 'state'] },
  indexes: { byStateAndTime: ['state', 'requestedAtMs'] },
  scope: () => 'reg:access',
  cites: () => [],
});
