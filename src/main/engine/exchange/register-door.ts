import type { CommandId, PersonId } from '../../../shared/base/ids.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { ExchangeRecord, ExchangeRegister, JudgedRow } from '../../../shared/domain/register-exchange/index.ts';
import type { Rejection } from '../../../shared/run/store.ts';
import type { LookUp } from './judge-table.ts';
import type { TwinLooker } from './twin-looker.ts';

/** Which part of which register, and the system whose ids the file bears. */
export type RegisterPart = {
  readonly register: ExchangeRegister;
  readonly system: string | null;
  /** Null: the rows that all clients share. */
  readonly unitId: string | null;
};

/** Who is to see what is covered, and why. */
export type Uncovered = { readonly by: PersonId; readonly reason: string };

/** What is covered may not be written for this person. */
export class RevealRefused extends Error {}

/** What the exchange of files knows of the registers themselves. */
export type RegisterDoor = {
  lookUp(part: RegisterPart): LookUp;
  /** Of the new rows of a file those that would be twins; null: nobody looks in that register. */
  lookForTwins(part: RegisterPart, isCancelled: () => boolean): Promise<TwinLooker | null>;
  /** One command in the person's name: all of the rows, or none. Throws when the world says no. */
  send(
    by: PersonId,
    part: RegisterPart,
    file: { readonly importId: string; readonly fileName: string },
    rows: readonly JudgedRow[],
  ): Promise<Result<{ readonly commandId: CommandId }, Rejection>>;
  /**
   * Every row, in the order of the ids, some at a time; without what is covered, or with it where a person has said why they need it: each
   * row of which something is uncovered then bears that in its history. Throws RevealRefused.
   */
  rows(part: RegisterPart, uncovered: Uncovered | null): AsyncIterable<readonly ExchangeRecord[]>;
};
