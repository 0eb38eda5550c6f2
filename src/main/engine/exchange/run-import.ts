import type { CommandId } from '../../../shared/base/ids.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { ExchangeRow } from '../../../shared/contract/register-exchange.ts';
import { type Acceptance, answerRow, type JudgedRow } from '../../../shared/domain/register-exchange/index.ts';
import type { Rejection } from '../../../shared/run/store.ts';

export type ImportSteps = {
  readonly judged: AsyncIterable<readonly JudgedRow[]>;
  readonly acceptance: Acceptance;
  /** One command for these rows: all of them are written, or none. Throws when the world says no. */
  readonly send: (rows: readonly JudgedRow[]) => Promise<Result<{ readonly commandId: CommandId }, Rejection>>;
  /** Told of rows with their answers, in the order of the file. */
  readonly answered: (rows: readonly ExchangeRow[]) => Promise<void>;
  readonly isCancelled: () => boolean;
};

/** So many rows are one command; so many commands are on their way at a time, so that one write to the disk serves several. */
export const rowsInCommand = 250;
const commandsOnTheirWay = 4;

const stops = ['forbidden', 'session-needed'] as const;
/** May not be done by this person, or not while that person is away: no row of the file will fare better. */
export class ImportStopped extends Error {
  readonly code: (typeof stops)[number];
  constructor(code: (typeof stops)[number]) {
    super(code);
    this.code = code;
  }
}

/**
 * Takes the rows that a person chose, command by command. Each command is written whole or not at all; where one is refused, its rows
 * are tried in halves until the rows that stand in the way are alone, and those are answered as refused. Gives whether it came to the
 * end: a cancel stops between commands.
 */
export async function runImport({ judged, acceptance, send, answered, isCancelled }: ImportSteps): Promise<boolean> {
  const onTheirWay: Promise<readonly ExchangeRow[]>[] = [];
  const settleFirst = async (): Promise<void> => {
    const first = onTheirWay.shift();
    if (first !== undefined) await answered(await first);
  };
  try {
    for await (const batch of judged) {
      for (let from = 0; from < batch.length; from += rowsInCommand) {
        if (isCancelled()) return false;
        onTheirWay.push(takeChunk(batch.slice(from, from + rowsInCommand), acceptance, send));
        onTheirWay.at(-1)?.catch(() => {}); // looked at in its turn
        if (onTheirWay.length >= commandsOnTheirWay) await settleFirst();
      }
    }
    return true;
  } finally {
    while (onTheirWay.length > 0) await settleFirst();
  }
}

async function takeChunk(
  rows: readonly JudgedRow[],
  acceptance: Acceptance,
  send: ImportSteps['send'],
): Promise<readonly ExchangeRow[]> {
  const answers = rows.map((row): ExchangeRow => ({ ...row, answer: answerRow(row, acceptance) }));
  const refused = await sendHalves(
    rows.filter((_, place) => answers[place]?.answer === 'taken'),
    send,
  );
  return refused.size === 0 ? answers : answers.map((row) => (refused.has(row.row) ? { ...row, answer: 'refused' } : row));
}

/** The numbers of the rows that were refused. */
async function sendHalves(rows: readonly JudgedRow[], send: ImportSteps['send']): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set();
  const written = await send(rows);
  if (written.ok) return new Set();
  const stop = stops.find((code) => code === written.error.code);
  if (stop !== undefined) throw new ImportStopped(stop);
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return new Set([only.row]);
  const half = Math.ceil(rows.length / 2);
  const first = await sendHalves(rows.slice(0, half), send);
  return new Set([...first, ...(await sendHalves(rows.slice(half), send))]);
}
