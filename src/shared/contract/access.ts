import { z } from 'zod';
import type { Grant, Person, RoleChange } from '../domain/access/index.ts';
import { takes } from './called.ts';
import type { ChangeFolder } from './register-changes.ts';
import { changeFolders } from './register-changes.ts';

/** Someone who works here, and every role that they have, have had or are to have: those in force first. */
export type PersonRolesRow = { readonly person: Person; readonly grants: readonly Grant[] };

/** A change of roles as a list shows it: with names for ids. */
export type RoleChangeRow = {
  readonly change: RoleChange;
  readonly personName: string;
  readonly requestedByName: string;
  readonly decidedByName: string | null;
};
export type RoleFolder = ChangeFolder;

const limit = z.int().min(1).max(500);

export const accessQueries = {
  /** By name. */
  'access/people': takes(z.object({ limit })).gives<readonly PersonRolesRow[]>(),
  /** Changes of roles that wait for a second person, the oldest first; or those that were settled, the newest first. */
  'access/changes': takes(z.object({ folder: z.enum(changeFolders), limit })).gives<readonly RoleChangeRow[]>(),
};
