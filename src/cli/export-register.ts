import { copyFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ExchangeMapping, type ExchangeRegister, writtenAdapters } from '../shared/domain/register-exchange/index.ts';
import { BadRegisterCall, personOf, type RegisterOptions, readMapping, registerOf, say, withEngine } from './import-register.ts';

/** Writes a register of a workspace to a file, and prints one JSON line of it. The name's end says whether it is text or a workbook. */
export async function exportRegister(to: string, options: RegisterOptions): Promise<number> {
  const register = registerOf(options);
  const kind = /\.xlsx$/i.test(to) ? 'xlsx' : 'csv';
  const mapping =
    options.mapping === undefined ? formatOf(register, options.format ?? 'economy') : await readMapping(options.mapping);
  if (mapping.register !== register) throw new BadRegisterCall(`the mapping is of ${mapping.register}`);
  return withEngine(options, async (engine, exchange) => {
    const { reveal: reason } = options;
    const uncovered = reason === undefined ? null : { by: await personOf(engine, options.as), reason };
    const { path, rows } = await exchange.exported({ mapping, kind, unitId: null, uncovered });
    await copyFile(path, resolve(to));
    await rm(path, { force: true });
    return say({ file: to, register, kind, rows }, 0);
  });
}

/** 'economy', or the whole name of a version of it: 'economy-suppliers-1'. */
function formatOf(register: ExchangeRegister, name: string): ExchangeMapping {
  const all = writtenAdapters.filter(({ mapping }) => mapping.register === register);
  const found = all.filter(({ format, system }) => format === name || system === name).at(-1);
  if (found === undefined) throw new BadRegisterCall(`--format: one of ${all.map(({ format }) => format).join(', ')}`);
  return found.mapping;
}
