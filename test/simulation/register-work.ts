import { addDays, dayInSweden } from '../../src/shared/base/day.ts';
import type { Article } from '../../src/shared/domain/articles/index.ts';
import type { Customer } from '../../src/shared/domain/customers/index.ts';
import { isLegalPerson } from '../../src/shared/domain/identifiers/index.ts';
import type { RegisterChange, WantedChange } from '../../src/shared/domain/register-changes/index.ts';
import { type ControlFinding, controlChecks } from '../../src/shared/domain/supplier-control/index.ts';
import { bearsPersonalNumber, type PaymentNumber, type Supplier } from '../../src/shared/domain/suppliers/index.ts';
import { people, theProgram, units } from './founding.ts';
import { invoicesOf, onInvoice, pick, type Sight, someone, type Work, type Worker } from './sight.ts';
import type { Step, StepKind } from './steps.ts';

// Each gives the rows of the entity that it names.
const suppliersOf = ({ rows }: Sight): Supplier[] => [...rows.all('supplier')] as Supplier[];
const numbersOf = ({ rows }: Sight, { id }: Supplier): PaymentNumber[] =>
  ([...rows.all('paymentNumber')] as PaymentNumber[]).filter(({ supplierId }) => supplierId === id);
const changesOf = ({ rows }: Sight): RegisterChange[] => [...rows.all('registerChange')] as RegisterChange[];
const customersOf = ({ rows }: Sight): Customer[] => [...rows.all('customer')] as Customer[];
const articlesOf = ({ rows }: Sight): Article[] => [...rows.all('article')] as Article[];
const findingsOf = ({ rows }: Sight): ControlFinding[] => [...rows.all('controlFinding')] as ControlFinding[];

const keeper = (sight: Sight, step: Step): Work['actor'] => someone(sight, step, 'register-keeper');

/** One that waits where there is one, most of the time. */
function pickChange(sight: Sight, { a, c }: Step): RegisterChange | undefined {
  const all = changesOf(sight);
  const apt = all.filter(({ state }) => state === 'pending');
  return pick(apt.length > 0 && c % 8 !== 0 ? apt : all, a);
}

/** A sole trader's organisation number: a person's, of the series that is kept for tests. */
const aPersons = '7010632391';
const isOfPerson = ({ state, wanted }: RegisterChange): boolean =>
  state === 'pending' && wanted.kind === 'set-organisation-number' && !isLegalPerson(wanted.to);

/** Something that may be asked for, whether it fits by now or not. */
function wanted(sight: Sight, supplier: Supplier, { b, c }: Step): WantedChange | undefined {
  const number = pick(numbersOf(sight, supplier), c);
  const other = pick(suppliersOf(sight), c);
  const { organisationNumber: from = null, paymentDays = null, blockedFor, mergedInto } = supplier;
  const numberId = sight.newId(4) as PaymentNumber['id'];
  const ofNumber = { numberId, numberKind: 'bankgiro', number: pick(['9912353', '9912361'], c) ?? '', holder: null } as const;
  const fromDay = addDays(dayInSweden(sight.atMs), (c % 5) - 2);
  return pick<WantedChange | undefined>(
    [
      { kind: 'add-payment-number', ...ofNumber, ...(c % 3 === 0 && { fromDay }) },
      number && { kind: 'replace-payment-number', replaces: number.id, ...ofNumber, ...(c % 3 === 0 && { fromDay }) },
      number && { kind: 'end-payment-number', numberId: number.id, ...(c % 3 === 0 && { throughDay: fromDay }) },
      number && { kind: 'set-holder', numberId: number.id, from: number.holder ?? null, to: c % 3 === 0 ? null : 'Factor AB' },
      { kind: 'set-organisation-number', from, to: pick(['5560000175', aPersons, '2021002817'], c) ?? '' },
      { kind: 'lift-protection' },
      { kind: 'set-payment-days', from: paymentDays, to: 10 + (c % 3) },
      blockedFor === undefined ? { kind: 'block', blockedFor: 'bestrids' } : { kind: 'unblock' },
      mergedInto === undefined
        ? other && { kind: 'merge', into: other.id, ...(c % 2 === 0 && { facts: { city: `Ort ${c % 5}` } }) }
        : { kind: 'un-merge' },
    ],
    b,
  );
}

const customerFacts = (a: number) => ({
  ...{ name: `Kund ${a % 3}`, otherNames: [], organisationNumber: a % 2 === 0 ? '2021002817' : null },
  ...{ personalNumber: a % 2 === 0 ? null : '191212121212', addresses: [], eInvoiceAddress: null },
  externalIds: a % 3 === 0 ? [{ system: 'ekonomi', id: String(a % 5) }] : [],
});
const price = (sight: Sight, c: number) => ({
  ...{ priceId: sight.newId(13), fromDay: dayInSweden(sight.atMs), priceOre: 100 + c, vatCode: 'standard' },
  ...{ account: '3041', requestedBy: 'Ekonomi' },
});

/** What those who keep registers do, and what becomes of it. */
export const registerWorkers: { readonly [Kind in StepKind]?: Worker } = {
  askChange: (sight, step) => {
    const supplier = pick(suppliersOf(sight), step.a);
    const change = supplier && wanted(sight, supplier, step);
    if (supplier === undefined || change === undefined) return undefined;
    const source = { kind: 'letter', note: '', invoiceId: null };
    const input = { changeId: sight.newId(8), supplierId: supplier.id, wanted: change, reason: 'de har skrivit', source };
    return { name: 'registers/request-change', input, actor: keeper(sight, step) };
  },
  ringAbout: (sight, step) => {
    const change = pickChange(sight, step);
    if (change === undefined) return undefined;
    const input = { changeId: change.id, spokeWith: 'växeln', note: '', confirmed: step.b % 4 !== 0 };
    return { name: 'registers/note-call-back', input, actor: keeper(sight, step) };
  },
  decideChange: (sight, step) => {
    const ofPerson = pick(changesOf(sight).filter(isOfPerson), step.a);
    if (ofPerson !== undefined && step.b % 2 === 0) {
      const input = { changeId: ofPerson.id, reason: 'ska avgöra ändringen' };
      return { name: 'registers/reveal-change', input, actor: someone(sight, step, 'register-approver') };
    }
    const change = pickChange(sight, step);
    if (change === undefined) return undefined;
    const input = { changeId: change.id, refusal: step.b % 8 === 0 ? 'stämmer inte' : null };
    return { name: 'registers/decide-change', input, actor: someone(sight, step, 'register-approver') };
  },
  withdrawChange: (sight, step) => {
    const change = pickChange(sight, step);
    const actor = step.b % 8 === 0 ? undefined : change?.requestedBy;
    return change && { name: 'registers/withdraw-change', input: { changeId: change.id }, actor: actor ?? keeper(sight, step) };
  },
  changeFacts: (sight, step) => {
    const supplier = pick(suppliersOf(sight), step.a);
    if (supplier === undefined) return undefined;
    const [supplierId, actor] = [supplier.id, keeper(sight, step)];
    if (step.b % 3 === 0) {
      const endedOn = supplier.endedOn === undefined ? dayInSweden(sight.atMs) : null;
      return { name: 'suppliers/end', input: { supplierId, endedOn }, actor };
    }
    if (step.b % 3 === 1) {
      const externalId = step.c % 4 === 0 ? null : String(step.c % 3);
      const input = { rowId: sight.newId(18), supplierId, system: pick(['ekonomi', 'marknad'], step.c), externalId };
      return { name: 'suppliers/set-external-id', input, actor };
    }
    const isCovered = supplier.protectedBy !== undefined || bearsPersonalNumber(supplier);
    if (isCovered && step.c % 3 !== 0)
      return { name: 'suppliers/reveal-personal-number', input: { supplierId, reason: 'frågan gällde vem' }, actor };
    if (step.c % 4 === 1) return { name: 'suppliers/set-phone', input: { supplierId, phone: `08-${step.c % 5}` }, actor };
    const more = {
      addresses: [{ kind: 'invoice', street: `Box ${step.c % 7}`, postcode: '', city: 'Ort' }],
      contacts: step.c % 5 === 0 ? [] : [{ name: 'Eva', purpose: 'order', phone: '08-1', email: '' }],
      eInvoice: step.c % 5 === 1 ? null : { channel: 'paper', address: '', status: 'none' },
    };
    const facts = { city: `Ort ${step.c % 5}`, ...(step.c % 3 === 0 && more) };
    return { name: 'suppliers/change-facts', input: { supplierId, facts, protect: step.c % 3 === 0 }, actor };
  },
  dismissTwins: (sight, step) => {
    const all = suppliersOf(sight);
    const ids = [pick(all, step.a)?.id, pick(all, step.a + 1 + (step.b % 4))?.id];
    const known = pick(
      [...sight.rows.all('dismissedTwins')] as unknown as { readonly aId: string; readonly bId: string }[],
      step.a,
    ); // rows of that entity
    if (known !== undefined && step.c % 4 !== 0) {
      const input = { register: 'supplier', ids: [known.bId, known.aId] };
      return { name: 'registers/propose-again', input, actor: keeper(sight, step) };
    }
    const input = { dismissalId: sight.newId(9), register: 'supplier', ids, reason: 'två olika' };
    return { name: 'registers/dismiss-twins', input, actor: keeper(sight, step) };
  },
  importRows: (sight, step) => {
    const organisationNumber = pick(['5560000175', '2021002817', '5566778899'], step.a) ?? '';
    const record = { name: `Ur fil ${step.b % 3}`, organisationNumber, bankgiro: pick(['9912353', '9912361'], step.b) ?? '' };
    const row = { row: 1, record, ids: Array.from({ length: 6 }, () => sight.newId(10)) };
    const unitId = step.b % 3 === 0 ? (pick(units, step.c) ?? null) : null;
    const file = { importId: sight.newId(11), fileName: 'a.csv', system: null };
    const actor = keeper(sight, step);
    const day = dayInSweden(sight.atMs);
    const sold = { number: String(step.a % 9), name: 'Ur fil', unit: 'tim', prices: `${day};12,50;standard;3041` };
    const works = [
      { name: 'registers/import-rows', input: { register: 'suppliers', ...file, unitId: null, rows: [row] }, actor },
      {
        name: 'registers/import-customers',
        input: {
          ...{ register: 'customers', ...file, system: 'ekonomi', unitId },
          rows: [{ ...row, record: { name: record.name, organisationNumber, externalId: String(step.b % 5) } }],
        },
        actor,
      },
      {
        name: 'registers/import-articles',
        input: { register: 'articles', ...file, unitId, rows: [{ ...row, record: sold }] },
        actor,
      },
    ];
    return pick(works, step.c);
  },
  keepCustomers: (sight, step) => {
    const { a, b, c } = step;
    const customer = pick(customersOf(sight), a);
    const actor = keeper(sight, step);
    const unitId = c % 3 === 0 ? pick(units, c) : null;
    const registered = { customerId: sight.newId(12), ...customerFacts(b), isProtected: c % 2 === 0, unitId };
    if (customer === undefined || b % 5 === 0) return { name: 'customers/register', input: registered, actor };
    const customerId = customer.id;
    const guarded = pick(
      customersOf(sight).filter(({ protectedBy }) => protectedBy !== undefined),
      b,
    );
    const address = { kind: 'invoice', street: `Box ${b % 3}`, postcode: '', city: 'Ort', fromDay: dayInSweden(sight.atMs) };
    const facts = { name: `Kund ${c % 7}`, ...(b % 2 === 0 && { addresses: [address] }) };
    const endedOn = customer.endedOn === undefined ? dayInSweden(sight.atMs) : null;
    const works = [
      { name: 'customers/change-facts', input: { customerId, facts, protect: b % 2 === 0 }, actor },
      { name: 'customers/end', input: { customerId, endedOn }, actor },
      { name: 'customers/reveal-personal-number', input: { customerId, reason: 'frågan gällde vem' }, actor },
      {
        name: 'customers/lift-protection',
        input: { customerId: guarded?.id ?? customerId, reason: 'skyddet har upphört' },
        actor,
      },
    ];
    return pick(works, c);
  },
  keepArticles: (sight, step) => {
    const { a, b, c } = step;
    const article = pick(articlesOf(sight), a);
    const actor = keeper(sight, step);
    const { requestedBy, ...terms } = price(sight, c);
    if (article === undefined || b % 4 === 0) {
      const unitId = c % 3 === 0 ? (pick(units, c) ?? null) : null;
      const input = { articleId: sight.newId(14), number: String(a % 9), name: 'Timme', unit: 'tim', unitId, requestedBy };
      return { name: 'articles/register', input: { ...input, price: terms }, actor };
    }
    if (b % 4 === 1) {
      const endedOn = article.endedOn === undefined ? dayInSweden(sight.atMs) : null;
      return { name: 'articles/end', input: { articleId: article.id, endedOn }, actor };
    }
    if (c % 3 === 0) {
      const input = { articleId: article.id, name: `Timme ${c % 5}`, requestedBy };
      return { name: 'articles/rename', input, actor };
    }
    return { name: 'articles/set-price', input: { articleId: article.id, requestedBy, ...terms }, actor };
  },
  reportVerdicts: (sight, { a, b, c }) => {
    const supplier = pick(suppliersOf(sight), a);
    if (supplier === undefined) return undefined;
    const about = pick(controlChecks, b);
    const said = { about, result: c % 4 === 0 ? 'in-order' : 'remark', onDay: dayInSweden(sight.atMs), note: `svar ${c % 5}` };
    const verdict = { verdictId: sight.newId(15), findingId: sight.newId(16), supplierId: supplier.id, ...said };
    return { name: 'supplier-control/report-verdicts', input: { source: 'tjänsten', verdicts: [verdict] }, actor: theProgram };
  },
  handleFinding: (sight, step) => {
    const { a, b, c } = step;
    const actor = keeper(sight, step);
    if (b % 8 === 0) {
      const line = { id: sight.newId(17), name: `Varnad ${c % 3}`, organisationNumber: null, bankgiro: null, plusgiro: null };
      const input = { list: 'listan', source: 'fil', asOf: dayInSweden(sight.atMs), lines: [line] };
      return { name: 'supplier-control/import-warning-list', input, actor };
    }
    const apt = findingsOf(sight).filter(({ state }) => state !== 'completed');
    const finding = pick(apt, a) ?? pick(findingsOf(sight), a);
    if (finding === undefined) return undefined;
    const findingId = finding.id;
    if (finding.state === 'snoozed') return { name: 'supplier-control/wake', input: { findingId }, actor };
    const text = 'vi har frågat dem';
    const works = [
      { name: 'supplier-control/snooze', input: { findingId, days: 30, reason: 'svar väntas' }, actor },
      { name: 'supplier-control/comment', input: { findingId, text }, actor },
      { name: 'supplier-control/share', input: { findingId, personId: pick(people, c)?.id, text }, actor },
      { name: 'supplier-control/complete', input: { findingId, outcome: 'handled', text }, actor },
      { name: 'supplier-control/snooze', input: { findingId, days: 90, reason: 'svar väntas' }, actor },
    ];
    return pick(works, c);
  },
  releaseTwin: onInvoice('supplier-invoices/release-twin', 'scanned', (invoice, sight, { b }) => ({
    otherId: pick(
      invoicesOf(sight).filter(({ id, state }) => id !== invoice.id && state === 'scanned'),
      b,
    )?.id,
    reason: 'två leveranser',
  })),
};
