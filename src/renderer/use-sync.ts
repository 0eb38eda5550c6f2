import type { SyncStatus } from '../shared/contract/engine.ts';
import { useText } from './text/use-text.ts';
import { useEngineQuery } from './use-engine.ts';

export type Joined = Extract<SyncStatus, { kind: 'joined' }>;

/** How this workstation stands with its server; undefined until the engine has said. */
export const useSyncStatus = (): SyncStatus | undefined => useEngineQuery('sync/status', {}).data;

/** Undefined where the server can be asked (or there is none to ask); else the reason, for the greyed-out button. */
export function useWhyNoServer(): string | undefined {
  const t = useText();
  const status = useSyncStatus();
  if (status === undefined || status.kind === 'alone') return undefined;
  const { state } = status;
  return state === 'synced' || state === 'sending' ? undefined : t.sync.needsServer[state];
}
