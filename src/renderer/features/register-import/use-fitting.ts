import { useEffect } from 'react';
import { useEngineQuery } from '../../use-engine.ts';
import { fittingMapping, suggestedMapping } from './mapping-draft.ts';
import type { ChangeWizard, Wizard } from './use-wizard.ts';

/** Begins with the saved mapping that fits the file, else with the program's suggestion. */
export function useFitting({ register, preview, mapping, look }: Wizard, change: ChangeWizard): void {
  const { data: saved } = useEngineQuery('exchange/mappings', { register });
  useEffect(() => {
    if (preview === null || mapping !== null || saved === undefined) return;
    const fitting = preview.format === null ? fittingMapping(saved, preview) : undefined;
    change(
      fitting === undefined
        ? { mapping: suggestedMapping(preview, { register, look }), mappingName: null }
        : { mapping: { ...fitting.mapping, hasHeadings: preview.hasHeadings, ...onlyLook(look) }, mappingName: fitting.name },
    );
  }, [register, preview, mapping, look, saved, change]);
}

const onlyLook = ({ encoding, delimiter, sheet }: Wizard['look']) => ({ encoding, delimiter, sheet });
