import { type Day, dayInSweden } from '../../base/day.ts';
import type { PersonId, SupplierId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { parseTraderNumber, withPersonsCovered } from '../identifiers/index.ts';
import type { FilePage } from '../intake/index.ts';
import { type MergeFacts, type NumberFault, normalFacts, normalNumber, type Supplier } from '../suppliers/index.ts';
import type { RegisterChangeEvent } from './events.ts';
import { type ChangeAround, type FitRejection, misfitOf } from './misfit.ts';
import type { ChangeSource, RegisterChange, WantedChange } from './register-change.ts';
import type { AskedPixels } from './source-pixels.ts';
import { undoableThrough } from './undo-merge.ts';

export type RequestChange = {
  readonly changeId: RegisterChange['id'];
  readonly supplierId: SupplierId;
  readonly wanted: WantedChange;
  readonly reason: string;
  readonly source: Pick<ChangeSource, 'kind' | 'note' | 'invoiceId'> & { readonly pixels?: AskedPixels };
};
export type RequestRejection =
  | { readonly code: 'not-found' }
  | { readonly code: 'already-registered' }
  | NumberFault
  | { readonly code: 'wrong-organisation-number' }
  /** What the one that stays is to be called is no name, or a number among it is wrong. */
  | { readonly code: 'wrong-facts' }
  /** The page that it is to stand on is none of that file, or none that whoever asks may see. */
  | { readonly code: 'no-such-page' }
  /** The merge can be undone no more: it could through this day. */
  | { readonly code: 'merge-too-old'; readonly throughDay: Day }
  | FitRejection;

/** Asks for a sensitive change (känslig ändring). It waits for a second person, and is not in the register until then. */
export function decideRequest(
  facts: ChangeAround & {
    readonly change: RegisterChange | undefined;
    /** Whoever asks has put the supplier's telephone number there, now or earlier: it is none to ring. */
    readonly hasSetPhone?: boolean;
    /** The page that it is said to stand on. */
    readonly page?: FilePage | undefined;
  },
  { changeId, supplierId, wanted: asked, reason, source: said }: RequestChange,
  by: PersonId,
  atMs: number,
): Result<readonly RegisterChangeEvent[], RequestRejection> {
  if (facts.change !== undefined) return err({ code: 'already-registered' });
  if (facts.supplier === undefined) return err({ code: 'not-found' });
  const wanted = inNormalForm(asked, facts.supplier);
  if (!wanted.ok) return wanted;
  const today = dayInSweden(atMs);
  const misfit = misfitOf(facts, wanted.value, today);
  if (misfit !== undefined) return err(misfit);
  if (wanted.value.kind === 'un-merge' && facts.merge !== undefined) {
    const throughDay = undoableThrough(facts.merge);
    if (today > throughDay) return err({ code: 'merge-too-old', throughDay });
  }
  const source = withPicture(said, facts.page);
  if (source === undefined) return err({ code: 'no-such-page' });
  const ring = facts.hasSetPhone === true ? undefined : facts.supplier.phone;
  return ok([changeRequested(changeId, { supplierId, wanted: wanted.value, reason, source, ring }, by, atMs)]);
}

type Asked = Pick<RegisterChange, 'supplierId' | 'wanted' | 'reason' | 'source'> & { readonly ring: string | undefined };

/** With the picture of the page that it stands on; undefined where there is none. */
function withPicture({ pixels, ...source }: RequestChange['source'], page: FilePage | undefined): ChangeSource | undefined {
  if (pixels === undefined) return source;
  if (page === undefined) return undefined;
  const { imageSha256, imageType, widthPx, heightPx } = page;
  return { ...source, pixels: { ...pixels, imageSha256, imageType, widthPx, heightPx } };
}

/** The event of a change that is asked for, whatever road it came by. */
export const changeRequested = (
  id: RegisterChange['id'],
  { ring, ...asked }: Asked,
  by: PersonId,
  atMs: number,
): RegisterChangeEvent => ({
  ...{ on: 'registerChange', id, type: 'change-requested', ...asked },
  ...(ring !== undefined && { ring }),
  ...{ requestedBy: by, requestedAtMs: atMs },
});

function inNormalForm(wanted: WantedChange, supplier: Supplier): Result<WantedChange, RequestRejection> {
  switch (wanted.kind) {
    case 'add-payment-number':
    case 'replace-payment-number': {
      const { numberKind: kind, number, bic } = wanted;
      const normal = normalNumber({ kind, number, ...(bic !== undefined && { bic }) });
      if (!normal.ok) return normal;
      const { kind: _, ...inNormalForms } = normal.value;
      return ok({ ...wanted, ...inNormalForms });
    }
    case 'set-holder':
      return ok({ ...wanted, to: wanted.to === null || wanted.to.trim() === '' ? null : wanted.to.trim() });
    case 'set-organisation-number': {
      const number = parseTraderNumber(wanted.to);
      if (!number.ok) return err({ code: 'wrong-organisation-number' });
      return ok({ ...wanted, from: asKnown(wanted.from, supplier), to: number.value });
    }
    case 'merge': {
      if (wanted.facts === undefined) return ok(wanted);
      const facts = normalFacts(wanted.facts);
      return facts.ok ? ok({ ...wanted, facts: facts.value as MergeFacts }) : err({ code: 'wrong-facts' }); // no others went in
    }
    default:
      return ok(wanted);
  }
}

/** A screen shows a person's number covered, and says so covered what stood there. */
function asKnown(from: string | null, { organisationNumber }: Supplier): string | null {
  const shown = withPersonsCovered({ organisationNumber }).organisationNumber;
  return from !== null && organisationNumber !== undefined && from === shown ? organisationNumber : from;
}
