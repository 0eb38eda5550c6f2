import type { Pool } from 'pg';
import { asId } from '../../shared/base/ids.ts';
import type { Door } from '../ports.ts';
import { queryOf } from './query.ts';

/** Codes, devices, accounts and sessions in PostgreSQL. Each call is one statement: done, or not done at all. */
export function door(pool: Pool): Door {
  const query = queryOf(pool);
  return {
    keepCode: async ({ hash, name, untilMs }) => {
      await query('INSERT INTO enrolment_code (hash, name, until_ms) VALUES ($1, $2, $3)', [hash, name, untilMs]);
    },
    enrol: async (codeHash, { id, name, tokenHash }, nowMs) => {
      const { rowCount } = await query(
        `WITH used AS (DELETE FROM enrolment_code WHERE hash = $1 AND until_ms > $2 RETURNING hash)
         INSERT INTO device (id, name, token_hash, enrolled_at_ms, last_dseq) SELECT $3, $4, $5, $2, 0 FROM used`,
        [codeHash, nowMs, id, name, tokenHash],
      );
      return rowCount === 1;
    },
    deviceByToken: async (tokenHash) => {
      const { rows } = await query<{ id: string; name: string }>(
        'SELECT id, name FROM device WHERE token_hash = $1 AND revoked_at_ms IS NULL',
        [tokenHash],
      );
      return rows[0];
    },
    devices: async () => {
      const { rows } = await query<{ id: string; name: string; enrolled: number; dseq: number; revoked: boolean }>(
        `SELECT id, name, enrolled_at_ms AS enrolled, last_dseq AS dseq, revoked_at_ms IS NOT NULL AS revoked
         FROM device ORDER BY enrolled_at_ms, id`,
      );
      return rows.map(({ enrolled, dseq, ...device }) => ({ ...device, enrolledAtMs: enrolled, lastDseq: dseq }));
    },
    takeOut: async (device, nowMs) => {
      const { rowCount } = await query(
        `WITH closed AS (DELETE FROM session WHERE device = $1)
         UPDATE device SET revoked_at_ms = $2 WHERE id = $1 AND revoked_at_ms IS NULL`,
        [device, nowMs],
      );
      return rowCount === 1;
    },
    account: async (login) => {
      const { rows } = await query<{ person: string; password_hash: string }>(
        'SELECT person, password_hash FROM account WHERE login = $1',
        [login],
      );
      return rows[0] && { person: asId(rows[0].person), passwordHash: rows[0].password_hash };
    },
    keepAccount: async (login, { person, passwordHash }) => {
      await query(
        `WITH closed AS (DELETE FROM session WHERE person IN ($2, (SELECT person FROM account WHERE login = $1)))
         INSERT INTO account (login, person, password_hash) VALUES ($1, $2, $3)
         ON CONFLICT (login) DO UPDATE SET person = excluded.person, password_hash = excluded.password_hash`,
        [login, person, passwordHash],
      );
    },
    openSession: async (tokenHash, { device, person, untilMs, kind }, nowMs) => {
      await query(
        `WITH known AS (
           INSERT INTO sign_in (device, person, at_ms) VALUES ($2, $3, $4)
           ON CONFLICT (device, person) DO UPDATE SET at_ms = excluded.at_ms
         ), over AS (DELETE FROM session WHERE until_ms <= $4)
         INSERT INTO session (token_hash, device, person, until_ms, decides) VALUES ($1, $2, $3, $5, $6)`,
        [tokenHash, device, person, nowMs, untilMs, kind === 'decides'],
      );
    },
    standUp: async (device) => {
      await query('DELETE FROM session WHERE device = $1 AND decides', [device]);
    },
    sessionByToken: async (tokenHash, nowMs) => {
      const { rows } = await query<{ device: string; person: string; until_ms: number }>(
        `SELECT session.device, session.person, session.until_ms FROM session JOIN device ON device.id = session.device
         WHERE session.token_hash = $1 AND session.until_ms > $2 AND session.decides IS NOT TRUE AND device.revoked_at_ms IS NULL`,
        [tokenHash, nowMs],
      );
      return rows[0] && { device: rows[0].device, person: asId(rows[0].person), untilMs: rows[0].until_ms };
    },
    extendSession: async (tokenHash, untilMs) => {
      await query('UPDATE session SET until_ms = $2 WHERE token_hash = $1', [tokenHash, untilMs]);
    },
    closeSession: async (tokenHash) => {
      const { rowCount } = await query('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
      return rowCount === 1;
    },
  };
}
