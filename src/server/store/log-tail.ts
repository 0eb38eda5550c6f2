import type { DigestLine } from '../../shared/contract/wire.ts';
import type { Entry, Head } from '../../shared/run/store.ts';
import { logPlans } from '../../shared/run/table-plan.ts';
import type { LogTail } from '../recent.ts';
import type { Connection } from './connection.ts';
import { listed, named, type Statement } from './sql.ts';

/** The end of the log, of all scopes and devices, inside a transaction that sees one moment: see `ReadTail`. */
export async function readTail(connection: Connection, known: Head | undefined, limit: number): Promise<LogTail | undefined> {
  const [[epoch, seq] = [1, 0]] = await connection.query(readHead, []);
  const head = { epoch: Number(epoch), seq: Number(seq) };
  if (known !== undefined && head.seq === known.seq && head.epoch === known.epoch) return undefined;
  const complete = known !== undefined && head.seq >= known.seq && head.seq - known.seq <= limit;
  const entries = complete ? await connection.query(readEntries, [known.seq]) : [];
  const digests = await connection.query(readDigests, []);
  return {
    head,
    complete,
    entries: entries.map((values) => named(logPlans.entry, values) as Entry), // the columns of the table are those of an entry
    digests: digests.map(([scope, rows, sum]): DigestLine => ({ scope: String(scope), rows: Number(rows), sum: String(sum) })),
  };
}

const readHead: Statement = { name: 'tail head', text: 'SELECT epoch, seq FROM log_head' };
const readEntries: Statement = {
  name: 'tail entries',
  text: `SELECT ${listed(logPlans.entry)} FROM entry WHERE seq > $1 ORDER BY seq`,
};
const readDigests: Statement = { name: 'tail digests', text: 'SELECT scope, rows, sum FROM scope_digest ORDER BY scope' };
