import {
  type ControlFinding,
  type ControlVerdict,
  dueDayOf,
  liveFindingKey,
  nameKey,
  type WarningListEntry,
} from '../../domain/supplier-control/index.ts';
import { day, defineEntity, json, moment, reference, text } from '../define-entity.ts';

export const controlVerdict = defineEntity<ControlVerdict>()('controlVerdict', {
  table: 'control_verdicts',
  columns: {
    supplierId: reference,
    about: text,
    result: text,
    onDay: day,
    source: text,
    note: text,
    receivedAtMs: moment,
  },
  derived: {},
  unique: { about: ['supplierId', 'about'] },
  lookups: { bySupplier: ['supplierId'], bySupplierAndTopic: ['supplierId', 'about'] },
  indexes: {},
  scope: () => 'reg:suppliers',
  cites: () => [],
});

export const controlFinding = defineEntity<ControlFinding>()('controlFinding', {
  table: 'control_findings',
  columns: {
    state: text,
    supplierId: reference,
    about: text,
    onDay: day,
    source: text,
    note: text,
    openedAtMs: moment,
    notes: json,
    sharedWith: reference.orNone,
    untilDay: day.orNone,
    reason: text.orNone,
    snoozedBy: reference.orNone,
    outcome: text.orNone,
    completedBy: reference.orNone,
    completedAtMs: moment.orNone,
  },
  derived: {
    liveKey: { kind: 'text', of: liveFindingKey },
    sortDue: { kind: 'text', of: dueDayOf },
  },
  unique: { live: ['liveKey'] },
  lookups: { byLiveKey: ['liveKey'], bySupplier: ['supplierId'] },
  indexes: { inbox: ['state', 'sortDue'] },
  scope: () => 'reg:suppliers',
  cites: () => [],
});

export const warningListEntry = defineEntity<WarningListEntry>()('warningListEntry', {
  table: 'warning_list_entries',
  columns: {
    list: text,
    source: text,
    name: text,
    organisationNumber: text.orNone,
    bankgiro: text.orNone,
    plusgiro: text.orNone,
    firstOn: day,
    seenOn: day,
    liftedOn: day.orNone,
  },
  derived: { nameKey: { kind: 'text', of: ({ name }) => nameKey(name) } },
  unique: {},
  lookups: {
    byList: ['list'],
    byOrganisationNumber: ['organisationNumber'],
    byBankgiro: ['bankgiro'],
    byPlusgiro: ['plusgiro'],
    byNameKey: ['nameKey'],
  },
  indexes: {},
  scope: () => 'reg:suppliers',
  cites: () => [],
});
