import { expect } from 'vitest';
import { uuid } from '../../src/shared/contract/uuid.ts';
import {
  approval,
  approver,
  call,
  keeper,
  note,
  ownNumber,
  ownPhone,
  registration,
  request,
  roleRequest,
  rowNumber,
  type Say,
  thief,
  victim,
} from './door-cast.ts';

/** What one may try wherever commands are taken: the same on every road. */
export async function tryAll(road: string, say: Say): Promise<void> {
  const asked = uuid();
  await say(thief, 'registers/request-change', request(asked));
  await say(thief, 'registers/note-call-back', call(asked));
  note(road, 'approve what I asked for', await say(thief, 'registers/decide-change', approval(asked)));
  await say(keeper, 'registers/note-call-back', call(asked));
  note(road, 'approve it when a colleague has rung', await say(thief, 'registers/decide-change', approval(asked)));

  const colleagues = uuid();
  await say(keeper, 'registers/request-change', request(colleagues));
  await say(thief, 'registers/note-call-back', call(colleagues));
  note(
    road,
    'approve what a colleague asked for and I rang about',
    await say(thief, 'registers/decide-change', approval(colleagues)),
  );
  await say(keeper, 'registers/note-call-back', call(colleagues));
  note(
    road,
    'approve it when the colleague has rung after me',
    await say(thief, 'registers/decide-change', approval(colleagues)),
  );
  const over = { changeId: colleagues, supplierId: uuid(), wanted: request(colleagues).wanted };
  note(
    road,
    'ask for my own under the id of it',
    await say(thief, 'registers/request-change', { ...request(colleagues), ...over }),
  );
  const asNew = registration(uuid(), 'Överskriver AB', colleagues);
  note(road, 'register a supplier whose number has the id of it', await say(thief, 'suppliers/register', asNew));
  await say(keeper, 'registers/withdraw-change', { changeId: colleagues });
  note(road, 'approve what was taken back', await say(approver, 'registers/decide-change', approval(colleagues)));

  const own = uuid();
  const ownChange = uuid();
  await say(thief, 'suppliers/register', registration(own, 'Egna AB'));
  await say(keeper, 'registers/request-change', request(ownChange, own));
  await say(keeper, 'registers/note-call-back', call(ownChange));
  note(
    road,
    'approve a number for a supplier that I registered',
    await say(thief, 'registers/decide-change', approval(ownChange)),
  );

  const twin = uuid();
  const merge = { ...request(uuid(), twin), wanted: { kind: 'merge', into: own } };
  await say(keeper, 'suppliers/register', registration(twin, 'Kollegans AB'));
  await say(keeper, 'registers/request-change', merge);
  note(road, 'approve that one goes into my own', await say(thief, 'registers/decide-change', approval(merge.changeId)));
  await say(keeper, 'registers/withdraw-change', { changeId: merge.changeId });

  const brought = uuid();
  await say(thief, 'suppliers/register', registration(uuid(), 'Nya AB', brought));
  await say(thief, 'registers/note-call-back', call(brought));
  note(road, 'approve the number of a new supplier', await say(thief, 'registers/decide-change', approval(brought)));

  const rows = uuid();
  const row = {
    row: 1,
    record: { id: victim, name: 'Offret AB', bankgiro: rowNumber },
    ids: Array.from({ length: 9 }, () => uuid()),
  };
  const file = { register: 'suppliers', system: null, unitId: null, importId: rows, fileName: 'a.csv', rows: [row] };
  const settled = { ...row, record: { ...row.record, state: 'approved', decidedBy: approver, changeId: asked } };
  note(road, 'import it as approved already', await say(thief, 'registers/import-rows', { ...file, rows: [settled] }));
  expect(await say(thief, 'registers/import-rows', file), road).toBe('accepted');
  note(road, 'approve what I imported', await say(thief, 'registers/decide-change', approval(row.ids[1] ?? '')));

  const rung = uuid();
  await say(thief, 'suppliers/set-phone', { supplierId: own, phone: ownPhone });
  await say(thief, 'registers/request-change', request(rung, own));
  note(road, 'have them ring a number that I put there', await say(thief, 'registers/decide-change', approval(rung)));

  const crafted = { ...request(uuid()), state: 'approved', decidedBy: approver, requestedBy: keeper, callBack: call(asked) };
  await say(thief, 'registers/request-change', crafted);
  note(road, 'ask in another name, as approved already', await say(thief, 'registers/decide-change', approval(crafted.changeId)));
  const slipped = { supplierId: victim, facts: { phone: ownPhone } };
  note(road, 'slip a number to ring in among plain facts', await say(thief, 'suppliers/change-facts', slipped));
  const facts = { bankgiro: ownNumber, paymentNumbers: [{ kind: 'bankgiro', number: ownNumber }], name: 'Offret AB' };
  note(road, 'slip it in among plain facts', await say(thief, 'suppliers/change-facts', { supplierId: victim, facts }));
  note(
    road,
    'register the victim anew, with my number',
    await say(thief, 'suppliers/register', registration(victim, 'Offret AB', uuid())),
  );
  note(road, 'make myself the one who pays', await say(thief, 'access/request-role', roleRequest({ personId: thief })));
}
