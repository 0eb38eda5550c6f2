import { describe, expect, test } from 'vitest';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import { anna, bo, cecilia } from '../make/invoices.ts';
import { logStores } from './log-stores.ts';

/** Registers that clients share, and those that they have for themselves: what numbers are taken where, and who may do what. */

const noon = Date.UTC(2026, 10, 25, 11);

/** Anna keeps the registers of all; Bo those of unit 1; Cecilia verifies in unit 1. */
async function anOffice(store: Awaited<ReturnType<(typeof logStores)[string]>>['store']) {
  const sequencer = startSequencer({ store, clock: () => noon });
  const tell = async (actor: PersonId, name: string, input: object) => {
    const id = asId<'command'>(uuid());
    const envelope = { id, name, version: 1, input, actor, device: 'this', dseq: null, leaseToken: null, issuedAtMs: noon };
    const { outcome } = await sequencer.execute(envelope);
    return outcome.kind === 'rejected' ? outcome.error : outcome.kind;
  };
  const who = (id: PersonId, roles: readonly string[], within = 'all') => ({
    ...{ id, name: id, initials: 'X', human: true },
    grants: roles.map((role) => ({ id: uuid(), role, within })),
  });
  const people = [who(anna, ['administrator', 'register-keeper']), who(bo, ['register-keeper'], '1')];
  const founded = await tell(anna, 'access/found-workspace', { people: [...people, who(cecilia, ['verification-clerk'], '1')] });
  expect(founded).toBe('accepted');
  return tell;
}

const aCustomer = (changes: object) => ({
  ...{ customerId: uuid(), name: 'Tolvan', otherNames: [], organisationNumber: null, personalNumber: null, addresses: [] },
  ...{ eInvoiceAddress: null, externalIds: [], isProtected: false, unitId: null },
  ...changes,
});
const price = () => ({ priceId: uuid(), fromDay: '2026-01-01', priceOre: 12_500, vatCode: 'standard', account: '3110' });
const anArticle = (changes: object) => ({
  ...{ articleId: uuid(), number: '1001', name: 'Lokalhyra', unit: 'tim', unitId: null, requestedBy: 'Kultur och fritid' },
  price: price(),
  ...changes,
});

describe.each(Object.entries(logStores))('on %s', (_, open) => {
  test('a customer’s numbers are taken once in each register, and only by who may see the register', async () => {
    await using log = await open();
    const tell = await anOffice(log.store);
    const customer = aCustomer({ personalNumber: '19121212-1212' });
    expect(await tell(anna, 'customers/register', customer)).toBe('accepted');
    expect(await tell(bo, 'customers/register', aCustomer({ personalNumber: '121212+1212' }))).toEqual({
      code: 'already-registered',
      customerId: customer.customerId,
      name: 'Tolvan',
    });
    const own = (unitId: string) => aCustomer({ personalNumber: '191212121212', unitId });
    expect(await tell(anna, 'customers/register', own('2'))).toBe('accepted');
    expect(await tell(bo, 'customers/register', own('2'))).toEqual({ code: 'forbidden' }); // not that it is there
    const mine = own('1');
    expect(await tell(bo, 'customers/register', mine)).toBe('accepted');
    expect(await tell(bo, 'customers/register', own('1'))).toMatchObject({ code: 'already-registered' });
    expect(await tell(cecilia, 'customers/register', aCustomer({}))).toMatchObject({ code: 'forbidden' });

    const { customerId } = aCustomer({});
    const second = aCustomer({ customerId, organisationNumber: '556677-8899', name: 'Bolaget' });
    expect(await tell(bo, 'customers/register', second)).toBe('accepted');
    const taken = { organisationNumber: null, personalNumber: '19121212-1212' };
    expect(await tell(bo, 'customers/change-facts', { customerId, facts: taken, protect: false })).toMatchObject({
      code: 'already-registered',
      customerId: customer.customerId,
    });
    const moved = {
      name: 'Bolaget i Borås',
      addresses: [{ kind: 'visiting', street: 'Storgatan 1', postcode: '', city: 'Borås' }],
    };
    expect(await tell(bo, 'customers/change-facts', { customerId, facts: moved, protect: true })).toBe('accepted');
    const kept = await log.store.transaction((rows) => rows.get('customer', customerId));
    expect(kept).toMatchObject({ rev: 3, organisationNumber: '5566778899', ...moved, protectedBy: bo });
  });

  test('another client’s customer is not there, and a number is shown for a reason', async () => {
    await using log = await open();
    const tell = await anOffice(log.store);
    const theirs = aCustomer({ personalNumber: '19121212-1212', unitId: '2', isProtected: true });
    const { customerId } = theirs;
    await tell(anna, 'customers/register', theirs);
    const reason = 'Ska lämna inkassokrav';
    expect(await tell(bo, 'customers/end', { customerId, endedOn: null })).toEqual({ code: 'not-found' });
    expect(await tell(bo, 'customers/change-facts', { customerId, facts: {}, protect: true })).toEqual({ code: 'not-found' });
    expect(await tell(bo, 'customers/reveal-personal-number', { customerId, reason })).toEqual({ code: 'not-found' });
    expect(await tell(cecilia, 'customers/reveal-personal-number', { customerId, reason })).toMatchObject({ code: 'forbidden' });
    expect(await tell(anna, 'customers/reveal-personal-number', { customerId, reason: ' ' })).toMatchObject({
      code: 'malformed',
    });
    expect(await tell(anna, 'customers/reveal-personal-number', { customerId, reason })).toBe('accepted');
    expect(await tell(anna, 'customers/lift-protection', { customerId, reason })).toEqual({ code: 'four-eyes' });
    const seen = await log.store.transaction((rows) =>
      rows.find('event', 'bySubjectActorAndType', [customerId, anna, 'personal-number-revealed']),
    );
    expect(seen).toMatchObject([{ actor: anna, scope: 'unit:2', event: { reason } }]);
    expect(JSON.stringify(seen)).not.toContain('1212121212');
  });

  test('an article’s number is dealt out once in each register, and its prices are only added to', async () => {
    await using log = await open();
    const tell = await anOffice(log.store);
    const article = anArticle({});
    const { articleId } = article;
    expect(await tell(anna, 'articles/register', article)).toBe('accepted');
    expect(await tell(anna, 'articles/end', { articleId, endedOn: '2026-12-31' })).toBe('accepted');
    expect(await tell(bo, 'articles/register', anArticle({ number: ' 1001 ' }))).toMatchObject({ code: 'already-registered' });
    expect(await tell(bo, 'articles/register', anArticle({ unitId: '1' }))).toBe('accepted');
    expect(await tell(bo, 'articles/register', anArticle({ unitId: '2' }))).toEqual({ code: 'forbidden' });
    expect(await tell(cecilia, 'articles/register', anArticle({ number: '2' }))).toMatchObject({ code: 'forbidden' });

    const set = { ...price(), articleId, requestedBy: 'Kultur', fromDay: '2026-07-01' };
    expect(await tell(bo, 'articles/set-price', set)).toEqual({ code: 'nothing-to-do' });
    expect(await tell(bo, 'articles/set-price', { ...set, priceOre: 13_000 })).toBe('accepted');
    const late = { ...set, fromDay: '2027-01-01', priceOre: 14_000 };
    expect(await tell(bo, 'articles/set-price', late)).toEqual({ code: 'article-ended', endedOn: '2026-12-31' });
    const mended = { ...set, priceId: uuid(), priceOre: 13_100 };
    expect(await tell(bo, 'articles/set-price', mended)).toBe('accepted');
    const prices = await log.store.transaction((rows) => rows.find('articlePrice', 'byArticle', [articleId]));
    expect(prices.map(({ fromDay, priceOre, turn, rev }) => [fromDay, priceOre, turn, rev]).sort()).toEqual([
      ['2026-01-01', 12_500, 1, 1],
      ['2026-07-01', 13_000, 1, 1],
      ['2026-07-01', 13_100, 2, 1],
    ]);
  });
});
