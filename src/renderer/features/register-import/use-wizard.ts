import { useCallback, useState } from 'react';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { Engine } from '../../../shared/contract/engine.ts';
import type { ExchangeFaultCode, ExchangePreview } from '../../../shared/contract/register-exchange.ts';
import {
  type Acceptance,
  type ExchangeMapping,
  type ExchangeRegister,
  everythingRight,
} from '../../../shared/domain/register-exchange/index.ts';
import { useSession } from '../../session.ts';
import { useEngine } from '../../use-engine.ts';

/** How a file is looked at; null: the program finds out. */
export type Look = {
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly hasHeadings: boolean | null;
};
export const freely: Look = { encoding: null, delimiter: null, sheet: null, hasHeadings: null };

/** How far somebody has come with a file. It stays while they look at other screens, for as long as the program runs. */
export type Wizard = {
  readonly register: ExchangeRegister;
  readonly file: { readonly fileId: string; readonly name: string } | null;
  readonly look: Look;
  readonly preview: ExchangePreview | null;
  readonly fault: ExchangeFaultCode | null;
  readonly mapping: ExchangeMapping | null;
  /** The saved mapping that it began as; null: the program's suggestion. */
  readonly mappingName: string | null;
  readonly dryRunId: string | null;
  readonly acceptance: Acceptance;
  readonly importId: string | null;
};
/** The register that was chosen stays. */
export const noFile: Omit<Wizard, 'register'> = {
  ...{ file: null, look: freely, preview: null, fault: null, mapping: null, mappingName: null },
  ...{ dryRunId: null, acceptance: everythingRight, importId: null },
};

export const wizardSteps = ['file', 'columns', 'rows', 'receipt'] as const;
export type WizardStep = (typeof wizardSteps)[number];
export function stepOf({ file, dryRunId, importId }: Wizard): WizardStep {
  if (importId !== null) return 'receipt';
  if (dryRunId !== null) return 'rows';
  return file === null ? 'file' : 'columns';
}

/** One for each engine and person, so that nobody finds another's file. */
const kept = new WeakMap<Engine, { readonly by: PersonId; readonly wizard: Wizard }>();

export type ChangeWizard = (change: Partial<Wizard> | ((before: Wizard) => Partial<Wizard>)) => void;

/** Begins with the register that it was opened from; what is under way goes on, whatever it was opened from. */
export function useWizard(register: ExchangeRegister = 'suppliers'): readonly [Wizard, ChangeWizard] {
  const engine = useEngine();
  const { person } = useSession();
  const held = kept.get(engine);
  const isUnderWay = held?.by === person.id && stepOf(held.wizard) !== 'file';
  const [wizard, setWizard] = useState<Wizard>(isUnderWay ? held.wizard : { ...noFile, register });
  const change = useCallback<ChangeWizard>(
    (by) =>
      setWizard((before) => {
        const after = { ...before, ...(typeof by === 'function' ? by(before) : by) };
        kept.set(engine, { by: person.id, wizard: after });
        return after;
      }),
    [engine, person.id],
  );
  return [wizard, change];
}
