import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { err, type Result } from '../shared/base/result.ts';
import {
  type CommandName,
  EngineError,
  type EngineErrorCode,
  type InputOf,
  type RejectionOf,
  type TaskInput,
  type TaskName,
  type TaskResult,
  type Written,
} from '../shared/contract/engine.ts';
import { useSay } from './messages.ts';
import type { Texts } from './text/texts.ts';
import { useText } from './text/use-text.ts';
import { useEngine } from './use-engine.ts';

type Failed = { readonly code: 'failed' };
type Execute = <Name extends CommandName>(
  name: Name,
  input: InputOf<Name>,
) => Promise<Result<Written, RejectionOf<Name> | Failed>>;
/** `cause` is for those who say themselves what went wrong. */
type FailedTask = Failed & { readonly cause: EngineErrorCode };
type RunTask = <Name extends TaskName>(name: Name, input: TaskInput<Name>) => Promise<Result<TaskResult<Name>, FailedTask>>;

/** Executes a command. A rejection or a failure is said to the clerk in a sentence, and given back. */
export function useExecute(): Execute {
  const engine = useEngine();
  const say = useSay();
  const t = useText();
  return useCallback<Execute>(
    async (name, input) => {
      try {
        const result = await engine.execute(name, input);
        if (!result.ok) say('error', t.rejected[result.error.code as keyof Texts['rejected']]);
        return result;
      } catch (error) {
        // What was sent and not answered yet has not gone wrong.
        const isUnderWay = error instanceof EngineError && error.code === 'no-answer-yet';
        say(isUnderWay ? 'warning' : 'error', failureSentence(t, error));
        return err({ code: 'failed' });
      }
    },
    [engine, say, t],
  );
}

/** Runs a task; a failure is said to the clerk, and given back. `quiet`: it is only given back. */
export function useTask({ quiet = false }: { readonly quiet?: boolean } = {}): RunTask {
  const engine = useEngine();
  const say = useSay();
  const t = useText();
  const queries = useQueryClient();
  return useCallback<RunTask>(
    async (name, input) => {
      try {
        const value = await engine.task(name, input);
        const answers = answeredBy[name];
        if (answers !== undefined) queries.setQueryData([answers, {}], value);
        return { ok: true, value };
      } catch (error) {
        if (!quiet) say('error', failureSentence(t, error));
        return err({ code: 'failed', cause: error instanceof EngineError ? error.code : 'failed' });
      }
    },
    [engine, queries, quiet, say, t],
  );
}

/** What a task gives back is also the answer to a question. */
const answeredBy: { readonly [Name in TaskName]?: 'session/read' | 'settings/read' | 'intake/status' | 'sync/status' } = {
  'session/choose-person': 'session/read',
  'session/lock': 'session/read',
  'session/sign-in': 'session/read',
  'settings/save': 'settings/read',
  'intake/prefer': 'intake/status',
  'sync/retry': 'sync/status',
  'sync/deal-with': 'sync/status',
};

export const failureSentence = (t: Texts, error: unknown): string =>
  t.failed[error instanceof EngineError ? error.code : 'failed'];
