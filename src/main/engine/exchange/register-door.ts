import type { CommandId, PersonId } from '../../../shared/base/ids.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { ExchangeRecord, ExchangeRegister, JudgedRow } from '../../../shared/domain/register-exchange/index.ts';
import type { Rejection } from '../../../shared/run/store.ts';
import type { LookUp } from './judge-table.ts';

/** Which part of which register, and the system whose ids the file bears. */
export type RegisterPart = {
  readonly register: ExchangeRegister;
  readonly system: string | null;
  /** Null: the rows that all clients share. */
  readonly unitId: string | null;
};

/** What the exchange of files knows of the registers themselves. */
export type RegisterDoor = {
  lookUp(part: RegisterPart): LookUp;
  /** One command in the person's name: all of the rows, or none. Throws when the world says no. */
  send(
    by: PersonId,
    part: RegisterPart,
    file: { readonly importId: string; readonly fileName: string },
    rows: readonly JudgedRow[],
  ): Promise<Result<{ readonly commandId: CommandId }, Rejection>>;
  /** Every row that the person may see, in the order of the ids, some at a time. */
  rows(part: RegisterPart): AsyncIterable<readonly ExchangeRecord[]>;
};
