import { useEffect, useState } from 'react';
import type { PersonId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { LeaseNow } from '../../../shared/contract/work-queue.ts';
import { showMomentInProse } from '../../formats.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useEngine } from '../../use-engine.ts';
import { useSyncStatus } from '../../use-sync.ts';

const leaseMinutes = 15;
const renewMs = 5 * 60_000;
type Blocked = { readonly holder: PersonId; readonly untilMs: number; readonly reason?: string | null };

/**
 * Takes a lease of the invoice while it is open, renews it, and gives it back on leaving: on a joined workstation that reaches its
 * server. Gives the sentence that says who else works on it; that nothing could be asked is no reason to stop.
 */
export function useLease(invoiceId: SupplierInvoiceId, open: boolean): string | undefined {
  const t = useText();
  const engine = useEngine();
  const { person, people, today } = useSession();
  const status = useSyncStatus();
  const reaches = status?.kind === 'joined' && (status.state === 'synced' || status.state === 'sending');
  const [blocked, setBlocked] = useState<Blocked>();

  useEffect(() => {
    if (!open || !reaches) return;
    const lease = keepLease({
      take: () => engine.execute('leases/take', { invoiceId, minutes: leaseMinutes }),
      giveBack: () => engine.execute('leases/give-back', { invoiceId }),
      lookUp: () => engine.query('leases/of-invoice', { invoiceId }),
      isMine: (holder) => holder === person.id,
      onBlocked: setBlocked,
    });
    const stopNotices = engine.onNotice((notice) => {
      if (notice.kind === 'changed' && notice.entities.includes('lease')) lease.othersChanged();
    });
    return () => {
      stopNotices();
      lease.leave();
      setBlocked(undefined);
    };
  }, [engine, invoiceId, open, reaches, person.id]);

  if (blocked === undefined) return undefined;
  const time = showMomentInProse(blocked.untilMs, today, t);
  if (blocked.holder === person.id) return fill(t.online.workingElsewhere, { time });
  const name = people.find(({ id }) => id === blocked.holder)?.name ?? t.online.someone;
  if (blocked.reason != null) return fill(t.work.takenOver, { name, reason: blocked.reason });
  return fill(t.online.working, { name, time });
}

type Taken =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: { readonly code: string; readonly holder?: PersonId; readonly untilMs?: number } };
type Options = {
  readonly take: () => Promise<Taken>;
  readonly giveBack: () => Promise<unknown>;
  readonly lookUp: () => Promise<LeaseNow | null>;
  readonly isMine: (holder: PersonId) => boolean;
  readonly onBlocked: (blocked: Blocked | undefined) => void;
};

/** Holds a lease until it is left, and tries again when the other's runs out or changes. */
function keepLease({ take, giveBack, lookUp, isMine, onBlocked }: Options) {
  let left = false;
  let held = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async () => {
    clearTimeout(timer);
    const taken = await take().catch(() => undefined);
    if (taken?.ok) held = true;
    if (left) return giveBackIfHeld();
    const error = taken !== undefined && !taken.ok ? taken.error : undefined;
    const other =
      error?.code === 'leased-by-other' && error.holder !== undefined && error.untilMs !== undefined
        ? { holder: error.holder, untilMs: error.untilMs }
        : undefined;
    onBlocked(other);
    const waitMs = other === undefined ? renewMs : Math.max(1_000, Math.min(renewMs, other.untilMs - Date.now() + 1_000));
    timer = setTimeout(() => void ask(), waitMs);
  };
  const giveBackIfHeld = () => {
    if (held) giveBack().catch(() => {});
    held = false;
  };
  void ask();
  return {
    othersChanged: () => {
      if (left) return;
      if (!held) return void ask();
      // Somebody may have taken it over, and has said why. On this person's other computer it is told by the next renewal.
      lookUp()
        .then((now) => {
          if (left || now === null || isMine(now.holder)) return;
          held = false;
          onBlocked(now);
        })
        .catch(() => {});
    },
    leave: () => {
      left = true;
      clearTimeout(timer);
      giveBackIfHeld();
    },
  };
}
