import type { SearchHit } from '../../../shared/contract/search.ts';
import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import { markWords } from '../../../shared/domain/search/index.ts';
import { showFullMoment } from '../../formats.ts';
import { answerWords } from '../../register-card/calls-about.tsx';
import type { Texts } from '../../text/texts.ts';
import { MarkedText } from '../../ui/marked-text.tsx';
import type { SearchChoice } from '../../ui/search-dialog-frame.tsx';

/** A hit in one line, with what was typed marked in it. `sought`: the words and numbers that were typed. */
export function hitLine(hit: SearchHit, sought: readonly string[], t: Texts): SearchChoice {
  const marked = (text: string) => <MarkedText pieces={markWords(text, sought)} />;
  if (hit.kind === 'call') {
    const { id, caller, reason, text, beganAtMs, notedBy } = hit.call;
    return {
      key: `call ${id}`,
      title: marked([reason?.name ?? t.calls.call, caller].filter(Boolean).join(' · ')),
      note: marked(`${showFullMoment(beganAtMs)} · ${notedBy.name} · ${text.replaceAll('\n', ' ')}`),
      end: answerWords(hit.call, t),
    };
  }
  if (hit.kind !== 'invoice') {
    const { name, number, city, state, foundBy, mergedFrom } = hit.hit;
    const by = foundBy.kind === 'number' && foundBy.number !== number ? foundBy.number : '';
    const like = foundBy.kind === 'name-like' ? t.search.like : '';
    const former = mergedFrom === null ? '' : `${t.search.formerName} ${mergedFrom.name}`;
    return {
      key: `${hit.kind} ${hit.id}`,
      title: marked(name),
      note: marked([t.search.oneKind[hit.kind], number, by, city, former, like].filter(Boolean).join(' · ')),
      end: state === 'active' ? '' : t.search.state[state],
    };
  }
  const { supplierName, number, invoiceDay, totalMinor, currency, queue, documentType, foundBy } = hit;
  const isTold = foundBy?.field === 'invoiceNumber' || foundBy?.field === 'supplierName' || foundBy?.field === 'totalMinor';
  const by = foundBy?.kind === 'field' && foundBy.field !== null && !isTold ? `${t.field[foundBy.field]} ${foundBy.value}` : '';
  const how = foundBy?.kind === 'page' ? t.search.onPage : foundBy?.kind === 'like' ? t.search.like : '';
  return {
    key: `invoice ${hit.id}`,
    title: marked([supplierName ?? t.search.noSender, number].filter(Boolean).join(' · ')),
    note: marked([t.documentType[documentType], invoiceDay, t.queue[queue], by, how].filter(Boolean).join(' · ')),
    end: totalMinor === null ? '' : showAmount(totalMinor, currency),
  };
}
