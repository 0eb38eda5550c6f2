import { createContext, useContext } from 'react';
import type { Session } from '../shared/contract/engine.ts';
import type { Permission } from '../shared/domain/access/index.ts';
import { fill } from './text/fill.ts';
import { useText } from './text/use-text.ts';

export type SignedIn = Session & { readonly person: NonNullable<Session['person']> };
export const SessionContext = createContext<SignedIn | null>(null);

/** Who works now. Only used below the choice of person. */
export function useSession(): SignedIn {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('Broken promise: no one has been chosen');
  return session;
}

/** Undefined if the person may; else the reason, for the greyed-out button. */
export function useWhyNot(permission: Permission): string | undefined {
  const { person } = useSession();
  const t = useText();
  return person.permissions.includes(permission)
    ? undefined
    : fill(t.common.missingPermission, { what: t.permission[permission] });
}
