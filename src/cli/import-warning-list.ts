import { resolve } from 'node:path';
import { takeWarningList } from '../main/engine/supplier-control/take-warning-list.ts';
import { dayInSweden, parseDay } from '../shared/base/day.ts';
import { BadRegisterCall, personOf, type RegisterOptions, say, withEngine } from './import-register.ts';

export type WarningListOptions = Pick<RegisterOptions, 'workspace' | 'as' | 'dry-run'> & {
  readonly list?: string | undefined;
  readonly source?: string | undefined;
  readonly 'as-of'?: string | undefined;
};

/**
 * Takes an edition of a warning list in, in a person's name, or only judges it, and prints what it did as JSON. Gives the status: 1 when
 * the list was refused or a line of it was wrong.
 */
export async function importWarningList(file: string, options: WarningListOptions): Promise<number> {
  const { list, source } = options;
  if (list === undefined) throw new BadRegisterCall('--list NAME is missing: editions of one list have one name');
  if (source === undefined) throw new BadRegisterCall('--source NAME is missing: who keeps the list');
  const asOf = parseDay(options['as-of'] ?? dayInSweden(Date.now()));
  if (!asOf.ok) throw new BadRegisterCall('--as-of: a day, as 2026-11-22');
  return withEngine(options, async (engine) => {
    const by = options['dry-run'] === true ? null : await personOf(engine, options.as);
    const report = await takeWarningList(engine.parts, resolve(file), { list, source, asOf: asOf.value }, by);
    const isRight = (report.at === 'judged' || report.at === 'taken') && report.faulty === 0;
    return say({ file, ...report }, isRight ? 0 : 1);
  });
}
