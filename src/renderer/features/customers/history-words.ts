import type { RegisterHistoryLine } from '../../../shared/contract/register-history.ts';
import type { CustomerEvent, CustomerFacts } from '../../../shared/domain/customers/index.ts';
import { showOrganisationNumber } from '../../../shared/domain/identifiers/index.ts';
import { addressText } from '../../register-card/address-text.ts';
import type { HistoryWords } from '../../register-card/history-list.tsx';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';

/** What a line of a customer's history says. `isProtected`: it is so now, and no address is told. */
export function historyWords(line: RegisterHistoryLine, isProtected: boolean, t: Texts): HistoryWords {
  const event = line.event as unknown as CustomerEvent; // as it was written, covered
  const what = t.customerEvent[event.type];
  switch (event.type) {
    case 'customer-facts-changed':
      return { what, notes: factNotes(event.facts, isProtected, t) };
    case 'customer-ended':
      return { what: fill(what, { day: event.endedOn }), notes: [] };
    case 'protection-lifted':
    case 'personal-number-revealed':
      return { what, notes: [event.reason] };
    default:
      return { what, notes: [] };
  }
}

const factNames = [
  'name',
  'otherNames',
  'organisationNumber',
  'personalNumber',
  'eInvoiceAddress',
  'externalIds',
  'addresses',
] as const satisfies readonly (keyof CustomerFacts)[];

function factNotes(facts: Partial<CustomerFacts>, isProtected: boolean, t: Texts): readonly string[] {
  return factNames.flatMap((name) => {
    const value = facts[name];
    if (value === undefined) return [];
    const told = name === 'addresses' && isProtected ? t.customers.addressHidden : shownFact(facts, name);
    return [fill(t.supplierCard.factNow, { fact: t.customerFact[name], value: told === '' ? t.common.nothing : told })];
  });
}

function shownFact(facts: Partial<CustomerFacts>, name: (typeof factNames)[number]): string {
  switch (name) {
    case 'otherNames':
      return facts.otherNames?.join('; ') ?? '';
    case 'organisationNumber':
      return facts.organisationNumber ? showOrganisationNumber(facts.organisationNumber) : '';
    case 'externalIds':
      return facts.externalIds?.map(({ system, id }) => `${system}: ${id}`).join('; ') ?? '';
    case 'addresses':
      return facts.addresses?.map(addressText).join('; ') ?? '';
    default:
      return facts[name] ?? '';
  }
}
