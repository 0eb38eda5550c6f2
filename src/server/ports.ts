import type { PersonId } from '../shared/base/ids.ts';
import type { Scopes } from '../shared/domain/access/index.ts';
import type { AnyRow } from '../shared/run/define-entity.ts';
import type { EntityName } from '../shared/run/entities/index.ts';
import type { Moment } from './log-store.ts';

export type Device = { readonly id: string; readonly name: string };
export type Session = { readonly device: string; readonly person: PersonId; readonly untilMs: number };
/** `fetches`: also while nobody sits there, in the name of who sat there last. `decides`: for who sits there, and fetches nothing. */
export type SessionKind = 'fetches' | 'decides';
export type Account = { readonly person: PersonId; readonly passwordHash: string };
export type EnrolledDevice = Device & {
  readonly enrolledAtMs: number;
  readonly lastDseq: number;
  readonly revoked: boolean;
};

/** Who may come in: codes, devices, accounts and sessions. Secrets are kept as hashes only. */
export type Door = {
  /** A code that enrols one device, once, until then. The name is a note of whom it is for. */
  keepCode(code: { readonly hash: string; readonly name: string | null; readonly untilMs: number }): Promise<void>;
  /** Uses up the code and keeps the device, both or neither; false where there is no such code. */
  enrol(codeHash: string, device: Device & { readonly tokenHash: string }, nowMs: number): Promise<boolean>;
  /** Not one that was taken out. */
  deviceByToken(tokenHash: string): Promise<Device | undefined>;
  devices(): Promise<readonly EnrolledDevice[]>;
  /** False: there is none. */
  takeOut(device: string, nowMs: number): Promise<boolean>;

  account(login: string): Promise<Account | undefined>;
  keepAccount(login: string, account: Account): Promise<void>;

  /** From now on the person may act on that device. */
  openSession(tokenHash: string, session: Session & { readonly kind: SessionKind }, nowMs: number): Promise<void>;
  /** Nobody decides on that device any more. */
  standUp(device: string): Promise<void>;
  /** One that fetches. Not one that has run out, nor one on a device that was taken out. */
  sessionByToken(tokenHash: string, nowMs: number): Promise<Session | undefined>;
  extendSession(tokenHash: string, untilMs: number): Promise<void>;
  /** Of either kind. False: there was none. */
  closeSession(tokenHash: string): Promise<boolean>;
};

/** Which blobs are here whole, and which rows cite them. */
export type BlobRegister = {
  isHere(sha256: string): Promise<boolean>;
  /** The bytes are on the disk under their hash. */
  markHere(blob: { readonly sha256: string; readonly sizeBytes: number }, nowMs: number): Promise<void>;
  /** Whether a row of these scopes cites it. */
  isCited(sha256: string, scopes: Scopes): Promise<boolean>;
};

/** Reads every row of some scopes as of one moment, a bounded number at a time. */
export type ReadRows = <T>(work: (moment: Moment, rowsOf: RowsOf) => Promise<T>) => Promise<T>;
export type RowsOf = (scopes: Scopes) => AsyncIterable<SnapshotRow>;
export type SnapshotRow = { readonly entity: EntityName; readonly row: AnyRow };
