import type { RegisterHistoryLine } from '../../../shared/contract/register-history.ts';
import { showValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { RegisterChangeEvent, WantedChange } from '../../../shared/domain/register-changes/index.ts';
import type { SupplierEvent } from '../../../shared/domain/suppliers/index.ts';
import { reasonOf, showPaymentNumber, wantedSentence } from '../../change-sentences.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { factLines } from './fact-lines.ts';
import { daysText } from './supplier-sections.tsx';

type Event = SupplierEvent | RegisterChangeEvent;
type Words = { readonly what: string; readonly notes: readonly string[] };

/** What a line of a supplier's history says. `wanted`: what the changes asked for, by their ids. */
export function historyWords(line: RegisterHistoryLine, wanted: ReadonlyMap<string, WantedChange>, t: Texts): Words {
  const event = line.event as unknown as Event; // as it was written
  const sentence = t.registerEvent[event.type];
  const plain = (what: string, ...notes: readonly string[]): Words => ({ what, notes: notes.filter((note) => note !== '') });
  const fact = (name: string, value: string) => fill(t.supplierCard.factNow, { fact: name, value });
  switch (event.type) {
    case 'supplier-facts-changed':
      return plain(sentence, ...factLines(event.facts, t).map(({ name, value }) => fact(name, value)));
    case 'supplier-registered':
      return plain(sentence, ...factLines(event, t).map(({ name, value }) => fact(name, value)));
    case 'personal-number-revealed':
      return plain(sentence, fact(t.change.why, event.reason));
    case 'external-id-given':
    case 'external-id-changed':
      return plain(fill(sentence, { system: event.system, id: event.externalId ?? t.common.nothing }));
    case 'supplier-ended':
      return plain(fill(sentence, { day: event.endedOn }));
    case 'organisation-number-set':
      return plain(fill(sentence, { number: showValue('organisation-number', event.organisationNumber) }));
    case 'payment-days-set':
      return plain(fill(sentence, { days: event.paymentDays }));
    case 'supplier-blocked':
      return plain(fill(sentence, { reason: event.blockedFor }));
    case 'payment-number-registered':
      return plain(
        fill(sentence, { number: showPaymentNumber(event, t) }),
        event.bic === undefined ? '' : fact('BIC', event.bic),
        event.holder === undefined ? '' : fact(t.supplierCard.holder, event.holder),
        daysText(event, t),
      );
    case 'payment-number-ended':
      return plain(sentence, daysText(event, t));
    case 'payment-number-holder-set':
      return plain(fill(sentence, { name: event.holder ?? t.change.theirOwn }));
    case 'change-requested':
      return plain(
        fill(sentence, { change: wantedSentence(event.wanted, null, t) }),
        fact(t.change.why, reasonOf(event, t)),
        event.source.note === '' ? '' : fact(t.changeSource[event.source.kind], event.source.note),
      );
    case 'call-back-noted':
      return plain(
        fill(sentence, { name: event.callBack.spokeWith }),
        event.callBack.confirmed ? t.change.saysYes : t.change.saysNo,
        event.callBack.note,
      );
    case 'change-approved':
    case 'change-withdrawn':
      return plain(fill(sentence, { change: named(wanted.get(event.id), t) }));
    case 'change-refused':
      return plain(fill(sentence, { change: named(wanted.get(event.id), t) }), fact(t.change.why, event.refusal));
    default:
      return plain(sentence);
  }
}

const named = (wanted: WantedChange | undefined, t: Texts): string =>
  wanted === undefined ? t.change.table.toLowerCase() : wantedSentence(wanted, null, t);
