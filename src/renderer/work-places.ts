import { asId } from '../shared/base/ids.ts';
import type { Work } from '../shared/domain/work-queue/index.ts';
import type { Place, QueueView } from './navigation.ts';

/** Where a piece of work is done. `view` is the queue whose neighbours come before and after, of an invoice. */
export function placeOfWork({ kind, id }: Pick<Work, 'kind' | 'id'>, view: QueueView): Place {
  switch (kind) {
    case 'register-change':
      return { at: 'changes', changeId: asId(id) };
    case 'role-change':
      return { at: 'access' };
    case 'control-finding':
      return { at: 'supplier-control', findingId: asId(id) };
    case 'call-back':
      return { at: 'calls', callId: asId(id) };
    case 'faulty-file':
      return { at: 'intake' };
    case 'rejection':
    case 'conflict':
      return { at: 'conflict', commandId: asId(id) };
    default:
      return { at: 'invoice', invoiceId: asId(id), view };
  }
}
