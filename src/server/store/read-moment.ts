import type { DigestLine } from '../../shared/contract/wire.ts';
import { everyUnit } from '../../shared/domain/access/index.ts';
import type { Entry } from '../../shared/run/store.ts';
import { logPlans } from '../../shared/run/table-plan.ts';
import type { Moment } from '../log-store.ts';
import type { Connection } from './connection.ts';
import { selectRows } from './read-rows.ts';
import { listed, named, type Statement } from './sql.ts';

const grantsAtMost = 1_000;

/** What can be read inside a transaction that sees one moment. */
export function readMoment(connection: Connection): Moment {
  return {
    head: async () => {
      const [[epoch, seq] = [1, 0]] = await connection.query({ name: 'head', text: 'SELECT epoch, seq FROM log_head' }, []);
      return { epoch: Number(epoch), seq: Number(seq) };
    },
    grants: (person) => selectRows(connection, 'grant', { lookup: 'byPerson', key: [person], limit: grantsAtMost }),
    entriesAfter: async (seq, { scopes, device }, limit) => {
      const statement = scopes.includes(everyUnit) ? entriesOfEveryUnit : entriesOfScopes;
      const found = await connection.query(statement, [seq, [...scopes, `device:${device}`], limit]);
      return found.map((values) => named(logPlans.entry, values) as Entry); // the columns of the table are those of an entry
    },
    digests: async (scopes) => {
      const found = await connection.query(digestsOf, [scopes, scopes.includes(everyUnit)]);
      return found.map(([scope, rows, sum]): DigestLine => ({ scope: String(scope), rows: Number(rows), sum: String(sum) }));
    },
  };
}

/** Each scope's own next entries, by their index, and of all these the first. */
const entriesOfScopes: Statement = {
  name: 'entries of scopes',
  text: `SELECT ${listed(logPlans.entry)} FROM unnest($2::text[]) AS wanted (name)
    CROSS JOIN LATERAL (SELECT * FROM entry WHERE scope = wanted.name AND seq > $1 ORDER BY seq LIMIT $3) AS own
    ORDER BY seq LIMIT $3`,
};
/** Nearly every entry is wanted, so that the log is read in its own order. */
const entriesOfEveryUnit: Statement = {
  name: 'entries of every unit',
  text: `SELECT ${listed(logPlans.entry)} FROM entry
    WHERE seq > $1 AND (scope = ANY($2::text[]) OR starts_with(scope, 'unit:')) ORDER BY seq LIMIT $3`,
};
const digestsOf: Statement = {
  name: 'digests',
  text: `SELECT scope, rows, sum FROM scope_digest
    WHERE scope = ANY($1::text[]) OR ($2 AND starts_with(scope, 'unit:')) ORDER BY scope`,
};
