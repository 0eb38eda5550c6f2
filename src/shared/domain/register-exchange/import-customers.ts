import type { Day } from '../../base/day.ts';
import { asId, type PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import {
  type Customer,
  type CustomerEvent,
  type CustomerExternalIdEvent,
  type CustomerFacts,
  decideCustomerEnd,
  decideCustomerFacts,
  decideCustomerRegistration,
} from '../customers/index.ts';
import { splitParts } from './composites.ts';
import { type ExchangeRecord, splitSeveral } from './exchange-field.ts';
import { type Import, type ImportRejection, judgeImported, refusedRow } from './import-rows.ts';
import { type JudgedRow, type KnownAs, knownOf, type RowFacts } from './judged-row.ts';
import { mergeAddresses } from './merge-lists.ts';

export type CustomerRowFacts = RowFacts<KnownAs<Customer>>;
type Hand = { readonly actor: PersonId; readonly today: Day };

/** Takes rows of a file into the customer register: each is registered or changed as a person would do it by hand, by the same rules. */
export function decideCustomerImport(
  facts: readonly CustomerRowFacts[],
  { rows, system, unitId }: Import,
  hand: Hand,
): Result<readonly Written[], ImportRejection> {
  const judged = judgeImported('customers', rows, facts);
  if (!judged.ok) return judged;
  const events: Written[] = [];
  for (const [place, row] of judged.value.entries()) {
    if (row.verdict === 'unchanged') continue;
    const found = facts[place];
    const customer = found === undefined ? undefined : knownOf(found)?.row;
    const id = asId<'customer'>(row.record.id ?? rows[place]?.ids[0] ?? '');
    const decided = customer === undefined ? registered(row, { id, system, unitId }, hand) : changed(row, customer, system, hand);
    if (!decided.ok) return err(refusedRow(row.row, decided.error.code));
    events.push(...decided.value);
  }
  return ok(events);
}

type Written = CustomerEvent | CustomerExternalIdEvent;
type Decided = Result<readonly Written[], { readonly code: string }>;
type New = { readonly id: Customer['id'] } & Pick<Import, 'system' | 'unitId'>;

function registered({ record }: JudgedRow, { id, system, unitId }: New, hand: Hand): Decided {
  const nobody: CustomerFacts = {
    ...{ name: '', otherNames: [], organisationNumber: null, personalNumber: null },
    ...{ addresses: [], eInvoiceAddress: null, externalIds: [] },
  };
  const facts = { ...nobody, ...factsIn(record, Object.keys(record), nobody, system) };
  const isProtected = record.isProtected === 'yes';
  const event = decideCustomerRegistration([], { customerId: id, ...facts, isProtected, unitId }, hand);
  if (!event.ok || record.endedOn === undefined) return event;
  return ok([...event.value, { on: 'customer', id, type: 'customer-ended', endedOn: record.endedOn as Day }]); // parsed as one
}

function changed({ record, changes }: JudgedRow, customer: Customer, system: string | null, hand: Hand): Decided {
  const fields = changes.map(({ field }) => field);
  const facts = factsIn(record, fields, customer, system);
  const protect = fields.includes('isProtected');
  const events: Written[] = [];
  if (protect || Object.keys(facts).length > 0) {
    const decided = decideCustomerFacts({ customer, twins: [] }, { customerId: customer.id, facts, protect }, hand);
    if (!decided.ok) return decided;
    events.push(...decided.value);
  }
  if (!fields.includes('endedOn')) return ok(events);
  const ended = decideCustomerEnd(customer, { customerId: customer.id, endedOn: record.endedOn as Day }); // parsed as one
  return ended.ok ? ok([...events, ...ended.value]) : ended;
}

/** The facts that the file says, of the `fields` that it changes, beside those that stay. */
function factsIn(
  record: ExchangeRecord,
  fields: readonly string[],
  before: Pick<CustomerFacts, 'otherNames' | 'addresses' | 'externalIds'>,
  system: string | null,
): Partial<CustomerFacts> {
  const { name, organisationNumber, personalNumber, eInvoiceAddress, externalId, otherNames = '' } = record;
  const has = (field: string, value: string | undefined): value is string => value !== undefined && fields.includes(field);
  const told = splitSeveral(otherNames).map((text) => splitParts(text)[0] ?? '');
  return {
    ...(has('name', name) && { name }),
    ...(has('organisationNumber', organisationNumber) && { organisationNumber }),
    ...(has('personalNumber', personalNumber) && { personalNumber }),
    ...(has('eInvoiceAddress', eInvoiceAddress) && { eInvoiceAddress }),
    ...(fields.includes('otherNames') && { otherNames: [...new Set([...before.otherNames, ...told])] }),
    ...(fields.includes('addresses') && { addresses: mergeAddresses(before.addresses, record) }),
    ...(has('externalId', externalId) &&
      system !== null && {
        externalIds: [...before.externalIds.filter((one) => one.system !== system), { system, id: externalId }],
      }),
  };
}
