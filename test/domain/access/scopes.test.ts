import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import {
  everyUnit,
  grantsInForce,
  holds,
  mayTouch,
  roles,
  scopesOf,
  unitScope,
} from '../../../src/shared/domain/access/index.ts';
import { aGrant } from '../../make/grants.ts';

const today = '2026-11-22' as Day;

test.each([
  // scopes                      scope             held
  [[], 'reg:access', false],
  [[], 'unit:1', false],
  [['unit:1'], 'unit:1', true],
  [['unit:1'], 'unit:11', false],
  [['unit:1'], 'unit:2', false],
  [['unit:1'], 'reg:suppliers', false],
  [[everyUnit], 'unit:2', true],
  [[everyUnit], 'reg:suppliers', false], // every unit is no register
  [['reg:suppliers'], 'reg:suppliers', true],
  [['reg:suppliers'], 'reg:access', false],
] as const)('%j holds %s: %s', (scopes, scope, held) => {
  expect(holds(scopes, scope)).toBe(held);
});

describe('the scopes of a person', () => {
  const registers = ['reg:access', 'reg:calendars', 'reg:call-reasons', 'reg:suppliers', 'reg:views'];
  test.each([
    [[], []],
    [[aGrant({ throughDay: '2026-11-21' })], []], // expired
    [[aGrant({ fromDay: '2026-11-23' })], []], // not yet
    [
      [aGrant({ within: '2' }), aGrant({ within: '1' }), aGrant({ within: '2' })],
      [...registers, 'unit:1', 'unit:2'],
    ],
    [
      [aGrant({ within: '1' }), aGrant({ within: 'all' })],
      [...registers, everyUnit],
    ],
    [
      [aGrant({ within: '1' }), aGrant({ within: 'all', throughDay: '2026-11-21' })],
      [...registers, 'unit:1'],
    ],
    [[aGrant({ within: '1', throughDay: '2026-11-22' })], [...registers, 'unit:1']],
    [
      [aGrant({ within: '1', role: 'register-keeper' })],
      [
        'reg:access',
        'reg:articles',
        'reg:calendars',
        'reg:call-reasons',
        'reg:customers',
        'reg:suppliers',
        'reg:views',
        'unit:1',
      ],
    ],
    [
      [aGrant({ within: '1' }), aGrant({ role: 'register-keeper', throughDay: '2026-11-21' })],
      [...registers, 'unit:1'],
    ],
  ] as const)('%#', (grants, scopes) => {
    expect(scopesOf(grants, today)).toEqual(scopes);
  });

  test('are the same in whatever order the grants are read, for a page of changes is made for one list', () => {
    const units = fc.array(fc.constantFrom('1', '2', '3', 'all'), { maxLength: 6 });
    fc.assert(
      fc.property(units, (within) => {
        const grants = within.map((unit) => aGrant({ within: unit }));
        expect(scopesOf([...grants].reverse(), today)).toEqual(scopesOf(grants, today));
      }),
    );
  });
});

describe('what a person may do where', () => {
  test.each([
    // grants                                                       permission                    scope            may
    [[aGrant({ within: '1' })], 'supplier-invoices.verify', 'unit:1', true],
    [[aGrant({ within: '1' })], 'supplier-invoices.verify', 'unit:2', false],
    [[aGrant({ within: 'all' })], 'supplier-invoices.verify', 'unit:2', true],
    [[aGrant({ within: '1' })], 'suppliers.register', 'reg:suppliers', false],
    [[aGrant({ within: '1', role: 'register-keeper' })], 'suppliers.register', 'reg:suppliers', true],
    [
      [aGrant({ within: '1', role: 'register-keeper' }), aGrant({ within: '2' })],
      'supplier-invoices.verify',
      'unit:1',
      false, // each grant counts within its own unit
    ],
    [[aGrant({ within: 'all', throughDay: '2026-11-21' })], 'supplier-invoices.verify', 'unit:1', false],
  ] as const)('%#', (grants, permission, scope, may) => {
    expect(mayTouch(grants, permission, scope, today)).toBe(may);
  });

  test('whoever may touch a row may see it', () => {
    const grant = fc.record({
      within: fc.constantFrom('1', '2', 'all'),
      role: fc.constantFrom(...roles),
      throughDay: fc.constantFrom('2026-11-21', '2026-11-22', undefined),
    });
    const scope = fc.constantFrom(unitScope('1'), unitScope('2'), 'reg:suppliers', 'reg:access');
    fc.assert(
      fc.property(fc.array(grant.map(aGrant), { maxLength: 4 }), scope, (grants, scope) => {
        const may = mayTouch(grants, 'supplier-invoices.copy', scope, today);
        if (may) expect(holds(scopesOf(grants, today), scope)).toBe(true);
        if (grantsInForce(grants, today).length === 0) expect(may).toBe(false);
      }),
    );
  });
});
