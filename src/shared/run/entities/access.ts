import type { Grant, Person } from '../../domain/access/index.ts';
import { day, defineEntity, flag, reference, text } from '../define-entity.ts';

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
