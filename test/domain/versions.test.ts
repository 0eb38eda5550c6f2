import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/shared/run/command.ts';
import { commands, isCommandName } from '../../src/shared/run/commands/index.ts';

/**
 * What has been written in an outbox or a log is read for as long as one may hold it. Each file in test/golden/commands holds inputs
 * as a released version wrote them: `<module>.<verb-noun>.<version>.json`. They are added to, and never changed.
 */
const folder = resolve(import.meta.dirname, '../golden/commands');
const recorded = readdirSync(folder).map((file) => {
  const [module, verb, version] = file.split('.');
  const inputs: readonly object[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return { name: `${module}/${verb}`, version: Number(version), inputs };
});

type AnyCommand = Command<object, unknown, { readonly code: string }>;

function commandNamed(name: string): AnyCommand {
  if (!isCommandName(name)) throw new Error(name);
  return commands[name] as never; // one of many types, told apart by its own schema
}

describe.each(recorded)('$name as version $version wrote it', ({ name, version: from, inputs }) => {
  const { version = 1, upcasts = {}, input: schema } = commandNamed(name);

  test('is understood today, and says what it said', () => {
    for (const input of inputs) {
      let upcast: unknown = input;
      for (let step = from; step < version; step += 1) upcast = upcasts[step]?.(upcast);
      expect(schema.safeParse(upcast)).toMatchObject({ success: true, data: input });
    }
  });
});

test('each version that a command has left behind has a way onward, and examples', () => {
  for (const [name, { version = 1, upcasts = {} }] of Object.entries(commands as unknown as Record<string, AnyCommand>)) {
    const left = Array.from({ length: version - 1 }, (_, place) => place + 1);
    expect(Object.keys(upcasts).map(Number), name).toEqual(left);
    const examples = recorded.filter((each) => each.name === name).map((each) => each.version);
    expect(
      left.filter((each) => !examples.includes(each)),
      name,
    ).toEqual([]);
  }
});

test('what an older version did not say is not taken as said', () => {
  const correct = commands['supplier-invoices/correct-field'];
  const verify = commands['supplier-invoices/verify'];
  const old = (name: string): unknown => recorded.find((each) => each.name === name)?.inputs[0];
  expect(correct.upcasts?.[1]?.(old('supplier-invoices/correct-field'))).toMatchObject({ seen: null });
  expect(verify.upcasts?.[1]?.(old('supplier-invoices/verify'))).toMatchObject({ values: null, despiteDuplicate: null });
  expect(correct.upcasts?.[1]?.('no object')).toBe('no object'); // for the schema to refuse
});
