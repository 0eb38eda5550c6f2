import type { Day } from '../../src/shared/base/day.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import type { Grant, Role } from '../../src/shared/domain/access/index.ts';
import { anna } from './invoices.ts';

type Changes = {
  readonly id?: string;
  readonly personId?: PersonId;
  readonly role?: Role;
  readonly within?: string;
  readonly fromDay?: string;
  readonly throughDay?: string | undefined;
};

/** Anna verifies for all units, since the start of the year. */
export const aGrant = ({
  id = '0190abcd-0000-7000-8000-000000000001',
  fromDay = '2026-01-01',
  throughDay,
  ...changes
}: Changes = {}): Grant => ({
  id: asId(id),
  rev: 1,
  personId: anna,
  role: 'verification-clerk',
  within: 'all',
  // Tests write days as they are.
  fromDay: fromDay as Day,
  ...(throughDay !== undefined && { throughDay: throughDay as Day }),
  ...changes,
});
