import type Database from 'better-sqlite3';
import type { Entry, KeptCommand } from '../../../shared/run/store.ts';
import { logPlans } from '../../../shared/run/table-plan.ts';
import { prepareTable } from './statements.ts';

/** A command of a log, and its entries, the outcome last. */
export type LoggedCommand = { readonly command: KeptCommand; readonly entries: readonly Entry[] };

export type LogReader = {
  /** How many commands have an outcome, and where the log ends. */
  length(): { readonly commands: number; readonly head: number };
  /** In the log's order. */
  commands(): IterableIterator<LoggedCommand>;
};

const atATime = 100;

/** Reads a log from its beginning, a bounded piece at a time. */
export function readLog(connection: Database.Database): LogReader {
  const commands = prepareTable(connection, logPlans.command, 'id = @id');
  const entries = prepareTable(connection, logPlans.entry, 'seq = @seq');
  const length = connection.prepare<[], { commands: number; head: number }>(
    'SELECT (SELECT count(*) FROM command) AS commands, (SELECT coalesce(max(seq), 0) FROM entry) AS head',
  );
  return {
    length: () => length.get() ?? { commands: 0, head: 0 },
    commands: function* () {
      for (let after = 0; ; ) {
        const found = commands.select(`WHERE seq_first > @after ORDER BY seq_first LIMIT ${atATime}`, {
          after,
        }) as unknown as readonly KeptCommand[]; // written by keepCommand
        for (const command of found) {
          const { seqFirst, seqLast } = command;
          yield {
            command,
            entries: entries.select('WHERE seq BETWEEN @seqFirst AND @seqLast ORDER BY seq', {
              seqFirst,
              seqLast,
            }) as unknown as readonly Entry[], // written by append
          };
          after = seqFirst;
        }
        if (found.length < atATime) return;
      }
    },
  };
}
