import { flag, integer, moment, text } from '../../shared/run/define-entity.ts';
import { entityPlans, logPlans, planTable } from '../../shared/run/table-plan.ts';

/** What the server keeps besides the log and its rows: who may come in, and which blobs are here. Secrets are hashes. */
export const serverPlans = {
  /** One-time codes with which a device enrols. */
  enrolmentCode: planTable('enrolment_code', { hash: text, name: text.orNone, untilMs: moment }, ['hash']),
  device: planTable(
    'device',
    {
      id: text,
      name: text,
      tokenHash: text,
      enrolledAtMs: moment,
      revokedAtMs: moment.orNone,
      /** The last of its numbers that got an outcome. */
      lastDseq: integer,
      lastSeenMs: moment.orNone,
    },
    ['id'],
    { unique: [{ name: 'device_token', columns: ['tokenHash'] }] },
  ),
  account: planTable('account', { login: text, person: text, passwordHash: text }, ['login']),
  /** Who has ever signed in on which device, and may be named as the actor of its commands. */
  signIn: planTable('sign_in', { device: text, person: text, atMs: moment }, ['device', 'person']),
  /** `decides`: it speaks for a person who sits there now, and fetches nothing. Else it fetches, also while nobody sits there. */
  session: planTable('session', { tokenHash: text, device: text, person: text, untilMs: moment, decides: flag.orNone }, [
    'tokenHash',
  ]),
  /** Blobs that are here whole and verified. */
  blob: planTable('blob', { sha256: text, sizeBytes: integer, receivedAtMs: moment }, ['sha256']),
  /** Which row stands on which blob, and the scope of that row: who may hold the row may read the blob. */
  blobCitation: planTable(
    'blob_citation',
    { sha256: text, entity: text, rowId: text, scope: text },
    ['sha256', 'entity', 'rowId'],
    { indexes: [{ name: 'blob_citation_row', columns: ['entity', 'rowId'] }] },
  ),
  /** Under which number the derived columns of the rows were computed: see shared/run/derivation.ts. */
  derivation: planTable('derivation', { name: text, version: integer }, ['name']),
} as const;

export const allPlans = [...Object.values(entityPlans), ...Object.values(logPlans), ...Object.values(serverPlans)];
