import { v7 } from 'uuid';

/** A new id: UUIDv7, so that ids made later sort later. Made by screens and shells, never by a rule. */
export const uuid = (): string => v7();
