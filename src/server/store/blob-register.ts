import type { Pool } from 'pg';
import { everyUnit } from '../../shared/domain/access/index.ts';
import type { BlobRegister } from '../ports.ts';
import { queryOf } from './query.ts';

/** Which blobs are here whole, and which rows cite them, in PostgreSQL. */
export function blobRegister(pool: Pool): BlobRegister {
  const query = queryOf(pool);
  return {
    isHere: async (sha256) => (await query('SELECT 1 FROM blob WHERE sha256 = $1', [sha256])).rowCount === 1,
    markHere: async ({ sha256, sizeBytes }, nowMs) => {
      await query('INSERT INTO blob (sha256, size_bytes, received_at_ms) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING', [
        sha256,
        sizeBytes,
        nowMs,
      ]);
    },
    isCited: async (sha256, scopes) => {
      const { rowCount } = await query(
        `SELECT 1 FROM blob_citation WHERE sha256 = $1 AND (scope = ANY ($2) OR ($3 AND scope LIKE 'unit:%')) LIMIT 1`,
        [sha256, scopes, scopes.includes(everyUnit)],
      );
      return rowCount === 1;
    },
  };
}
