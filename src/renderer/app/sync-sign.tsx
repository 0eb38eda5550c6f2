import type { ReactElement } from 'react';
import type { Day } from '../../shared/base/day.ts';
import type { SyncStatus } from '../../shared/contract/engine.ts';
import { syncSentence, syncWarnings } from '../sync-sentences.ts';
import { fillPlural } from '../text/fill.ts';
import type { Texts } from '../text/texts.ts';
import { CutOffIcon, NoServerIcon, RebuildingIcon, SafeIcon, SendingIcon, SyncedIcon, WarningIcon } from '../ui/icons.ts';
import type { Joined } from '../use-sync.ts';

type Sign = { readonly icon: ReactElement; readonly text: string };

/** How the workstation stands with its server: always words with an icon, never a colour alone. */
export function syncSign(status: SyncStatus, today: Day, t: Texts): Sign & { readonly alerts: readonly Sign[] } {
  const Icon = status.kind === 'alone' ? SafeIcon : icons[status.state];
  const refused = status.kind === 'alone' ? 0 : status.refused;
  const amiss = [...(refused > 0 ? [fillPlural(t.sync.refused, refused)] : []), ...syncWarnings(status, t)];
  return {
    icon: <Icon aria-hidden />,
    text: syncSentence(status, today, t),
    alerts: amiss.map((text) => ({ icon: <WarningIcon aria-hidden />, text })),
  };
}

const icons = {
  synced: SyncedIcon,
  sending: SendingIcon,
  'no-answer': NoServerIcon,
  rebuilding: RebuildingIcon,
  'signed-out': CutOffIcon,
  'taken-out': CutOffIcon,
  'too-old': CutOffIcon,
} satisfies Record<Joined['state'], typeof SafeIcon>;
