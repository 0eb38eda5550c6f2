import { cpSync, rmSync } from 'node:fs';
import { program, programPerson } from '../../../src/main/engine/people.ts';
import { startEngine } from '../../../src/main/engine/start-engine.ts';
import { asId, type PersonId } from '../../../src/shared/base/ids.ts';
import { uuid } from '../../../src/shared/contract/uuid.ts';
import type { Role } from '../../../src/shared/domain/access/index.ts';
import { aRegister } from '../../../test/make/registers.ts';
import { registerSeed, supplierId } from '../with-registers.ts';
import { resources } from '../with-workspace.ts';
import { median, ms, percentile } from './figures.ts';

/**
 * Merges as a second person decides them: from the command to the answer, on the disk. On a copy of the workspace, with all its invoices.
 * Asking for the merge is not counted: another person does it before.
 */
export async function measureMerge(workspace: string, suppliers: number, merges = 40): Promise<void> {
  const copy = `${workspace}-merging`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(workspace, copy, { recursive: true });
  const engine = await startEngine({ workspace: copy, resources, demonstration: false });
  const { execute } = engine.parts;
  const [keeper, approver] = await twoPeople(execute);
  const decideMs: number[] = [];
  const undoMs: number[] = [];

  async function change(survivor: number, absorbed: number, kind: 'merge' | 'un-merge', times: number[]): Promise<void> {
    const changeId = asId<'registerChange'>(uuid());
    const wanted = kind === 'merge' ? ({ kind, into: supplierId(survivor) } as const) : ({ kind } as const);
    const source = { kind: 'register', note: '', invoiceId: null } as const;
    const asked = await execute(keeper, 'registers/request-change', {
      changeId,
      supplierId: supplierId(absorbed),
      wanted,
      reason: 'Samma leverantör två gånger',
      source,
    });
    if (!asked.ok) throw new Error(`asked for a ${kind}: ${asked.error.code}`);
    const startedAtMs = performance.now();
    const decided = await execute(approver, 'registers/decide-change', { changeId, refusal: null });
    times.push(performance.now() - startedAtMs);
    if (!decided.ok) throw new Error(`decided on a ${kind}: ${decided.error.code}`);
  }

  const used = new Set<number>();
  for (const { n, twin } of aRegister({ seed: registerSeed, rows: suppliers })) {
    if (twin === null || used.has(twin.of) || decideMs.length === merges) continue;
    used.add(twin.of);
    await change(twin.of, n, 'merge', decideMs);
    await change(twin.of, n, 'un-merge', undoMs);
  }
  await engine.stop();
  rmSync(copy, { recursive: true, force: true });
  const told = (times: readonly number[]): string => `p50 ${ms(median(times))}, p95 ${ms(percentile(times, 0.95))}`;
  console.info(
    `\nmerge in ${suppliers} suppliers, ${decideMs.length} pairs: ${told(decideMs)} (aim ≤ 100 ms); taken back: ${told(undoMs)}`,
  );
}

type Execute = Awaited<ReturnType<typeof startEngine>>['parts']['execute'];

async function twoPeople(execute: Execute): Promise<readonly [PersonId, PersonId]> {
  const person = (name: string, role: Role) => {
    const id = asId<'person'>(uuid());
    return { id, name, initials: name.slice(0, 2).toUpperCase(), human: true, grants: [{ id: asId<'grant'>(uuid()), role }] };
  };
  const people = [person('Anna', 'register-keeper'), person('Bertil', 'register-approver'), person('Cecilia', 'administrator')];
  const founded = await execute(program, 'access/found-workspace', { people: [programPerson, ...people] });
  if (!founded.ok) throw new Error(`founding: ${founded.error.code}`);
  const [keeper, approver] = people;
  if (keeper === undefined || approver === undefined) throw new Error('two people');
  return [keeper.id, approver.id];
}
