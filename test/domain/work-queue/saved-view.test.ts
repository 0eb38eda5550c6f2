import { describe, expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideRemovingView,
  decideSavingView,
  evolveSavedView,
  parseFilter,
  type SavedView,
  systemViews,
} from '../../../src/shared/domain/work-queue/index.ts';
import { anna, bo } from '../../make/invoices.ts';

const viewId = asId<'savedView'>('view');
const wanted = {
  viewId,
  name: ' Stora ',
  filter: 'belopp>10000',
  sort: 'due',
  descending: false,
  columns: [{ id: 'total', widthEm: 9 }],
  shared: true,
  system: null,
};
const view: SavedView = {
  id: viewId,
  rev: 1,
  ownerId: anna,
  name: 'Stora',
  filter: '',
  sort: 'due',
  descending: false,
  columns: [],
  shared: true,
  removed: false,
};

describe('views/save', () => {
  test.each([
    [undefined, { name: ' ' }, bo, 'name-missing'],
    [view, {}, bo, 'not-yours'],
    [view, { filter: 'belop>1' }, anna, 'wrong-filter'],
    [view, {}, anna, 'ok'],
    [undefined, {}, bo, 'ok'],
  ] as const)('%#', (before, change, by, outcome) => {
    const decided = decideSavingView(before, { ...wanted, ...change }, by);
    expect(decided.ok ? 'ok' : decided.error.code).toBe(outcome);
  });
  test('keeps what was asked for, under its owner', () => {
    const decided = decideSavingView(undefined, wanted, anna);
    if (!decided.ok || decided.value[0] === undefined) throw new Error('refused');
    const { viewId: _, system: __, ...facts } = wanted;
    expect(evolveSavedView(undefined, decided.value[0])).toEqual({
      ...facts,
      id: viewId,
      name: 'Stora',
      ownerId: anna,
      rev: 1,
      removed: false,
    });
  });
});

describe('views/remove', () => {
  test.each([
    [undefined, anna, 'not-found'],
    [{ ...view, removed: true }, anna, 'not-found'],
    [view, bo, 'not-yours'],
    [view, anna, 'ok'],
  ] as const)('%#', (before, by, outcome) => {
    const decided = decideRemovingView(before, by);
    expect(decided.ok ? 'ok' : decided.error.code).toBe(outcome);
    if (decided.ok && decided.value[0] !== undefined)
      expect(evolveSavedView(before, decided.value[0])).toMatchObject({ removed: true, rev: 2 });
  });
});

test.each(systemViews)('the program’s own view $name is a filter that can be read', ({ filter }) =>
  expect(parseFilter(filter).ok).toBe(true),
);
