import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ExchangeMapping, ExchangeRegister } from '../../../shared/domain/register-exchange/index.ts';
import { queryKey } from '../../use-engine.ts';
import { useTask } from '../../use-execute.ts';

type Named = { readonly name: string; readonly mine: boolean };

/** Keeps mappings under a name, and lets them go; what there is afterwards is known at once. */
export function useSaveMapping(register: ExchangeRegister) {
  const task = useTask();
  const queries = useQueryClient();
  const know = useCallback(
    (answer: Awaited<ReturnType<typeof task<'exchange/save-mapping'>>>) => {
      if (answer.ok) queries.setQueryData(queryKey('exchange/mappings', { register }), answer.value);
      return answer.ok;
    },
    [queries, register],
  );
  const save = useCallback(
    async (of: Named & { readonly mapping: ExchangeMapping }) => know(await task('exchange/save-mapping', of)),
    [task, know],
  );
  const drop = useCallback(
    async ({ name, mine }: Named) => know(await task('exchange/drop-mapping', { name, mine, register })),
    [task, know, register],
  );
  return { save, drop };
}
