/** One change to the text of the product: `find` stands there exactly once. */
export type Edit = { readonly file: string; readonly find: string; readonly replace: string };
/** A mistake that somebody could make. The simulation must find it: see docs/simulation.md. */
export type Defect = { readonly name: string; readonly edits: readonly Edit[] };

const defect = (name: string, file: string, find: string, replace: string): Defect => ({
  name,
  edits: [{ file, find, replace }],
});

const sequencer = 'src/shared/run/sequencer.ts';
const runCommand = 'src/shared/run/run-command.ts';
const admission = 'src/server/admission.ts';
const changes = 'src/server/changes.ts';
const replica = 'src/main/engine/sync/replica.ts';
const outbox = 'src/main/engine/sync/outbox.ts';
const applyEntries = 'src/main/engine/sync/apply-entries.ts';
const startSync = 'src/main/engine/sync/start-sync.ts';
const repeat = 'src/main/engine/sync/repeat.ts';
const loadSnapshot = 'src/main/engine/sync/load-snapshot.ts';
const invoices = 'src/shared/domain/supplier-invoices';

const keepsWhatRowsRefused = 'await outbox.keepWork([{ id: envelope.id, keptWork: workIn(saved, base) }]).catch(() => {});';

/** Planted one at a time, in a process of its own. */
export const defects: readonly Defect[] = [
  defect('no dedupe by id', sequencer, 'const known = await transaction.decided(envelope.id);', 'const known = undefined;'),
  defect(
    'answer before commit',
    sequencer,
    'answers.push({ outcome: result.outcome, seqLast });',
    `answers.push({ outcome: result.outcome, seqLast });
    batch.find((each) => each.envelope === envelope)?.resolve({ outcome: result.outcome, seqLast });`,
  ),
  defect(
    'hole in the sequence',
    sequencer,
    'head = { epoch: head.epoch, seq: seqLast };',
    'head = { epoch: head.epoch, seq: seqLast + 1 };',
  ),
  defect(
    'client time used for expiry',
    sequencer,
    "runCommand(transaction, envelope, atMs, 'authority')",
    "runCommand(transaction, envelope, envelope.issuedAtMs, 'authority')",
  ),
  defect(
    'savepoint not rolled back after a rejection',
    sequencer,
    'await transaction.rollbackToSavepoint();\n      if (objection',
    'await transaction.release();\n      if (objection',
  ),
  defect(
    'evict not written',
    sequencer,
    "if (scopeBefore !== null && scopeBefore !== scope) add({ ...at, scope: scopeBefore, op: 'evict', body: null });",
    '',
  ),
  defect('no lease looked at', runCommand, 'if (refusal !== undefined) return err(refusal);', ''),
  defect(
    'no fencing by token',
    'src/shared/domain/work-queue/lease.ts',
    "if (by.token !== null && by.token !== lease?.token) return { code: 'stale-lease' };",
    '',
  ),
  defect(
    'no four eyes',
    `${invoices}/approve-invoice.ts`,
    "if (hadAHand || invoice.verifiedBy === by) return err({ code: 'four-eyes' });",
    '',
  ),
  {
    name: 'no uniqueness, by rule or by key',
    edits: [
      {
        file: `${invoices}/verify-invoice.ts`,
        find: 'const twin = liveTwin(invoice, around.twins, around.parties);',
        replace: 'const twin = undefined;',
      },
      {
        file: `${invoices}/duplicates.ts`,
        find: 'export const liveKey = (invoice: SupplierInvoice): string | null =>\n  (',
        replace: 'export const liveKey = (invoice: SupplierInvoice): string | null =>\n  false && (',
      },
      {
        file: `${invoices}/checks.ts`,
        find: "if (live) return error('same-invoice'",
        replace: "if (false) return error('same-invoice'",
      },
    ],
  },
  defect('stale value overwritten', `${invoices}/correct-field.ts`, 'if (wouldOverwrite(before, command))', 'if (false)'),
  defect(
    'gap in numbers accepted',
    admission,
    "if (dseq !== expected) return { kind: 'for-now', reason: { code: 'dseq-gap', expected } };",
    '',
  ),
  defect(
    'own session not asked for',
    admission,
    'if (needsOwnSession(name) && !(await transaction.sitsAt(id, actor, session ?? null, clock())))',
    'if (false)',
  ),
  defect('blob cited before it is complete', admission, 'sha256s.length === 0 ? undefined', 'true ? undefined'),
  defect(
    'scope filter forgotten',
    changes,
    'moment.entriesAfter(after, { scopes, device: asker.device }, limit + 1)',
    "moment.entriesAfter(after, { scopes: ['reg:access', 'reg:suppliers', 'unit:*'], device: asker.device }, limit + 1)",
  ),
  defect('page ends inside a command', changes, 'found.filter(({ tx }) => tx !== last?.tx)', 'found.slice(0, -1)'),
  defect(
    'page says it goes further than it does',
    changes,
    'found.length > limit && last !== undefined ? last.seq : head.seq',
    'head.seq',
  ),
  defect(
    'cursor before rows',
    replica,
    'const nothingNew = ',
    `await shelf.current().transaction((transaction) => transaction.moveCursor({ ...cursor, seq: page.to }));
        const nothingNew = `,
  ),
  defect(
    'page from the wrong cursor applied',
    replica,
    'if (cursor === null || page.from !== cursor.seq || page.epoch !== cursor.epoch || page.view !== cursor.view)',
    'if (cursor === null)',
  ),
  defect(
    'digest taken over from the server',
    replica,
    'if (own.rows !== rows || digestHex(own) !== sum) different.push(scope);',
    'if (own.rows !== rows || digestHex(own) !== sum) await transaction.keepDigest(scope, { rows, sum: BigInt("0x" + sum) });',
  ),
  defect(
    'shadows not restored',
    replica,
    'if (row !== null) await transaction.place(entity, row);',
    'if (row === null) continue;',
  ),
  defect(
    'shadows restored one by one',
    replica,
    'for (const { entity, id } of shadows) await transaction.drop(entity, id);',
    'for (const { entity, id, row } of shadows) if (row === null) await transaction.drop(entity, id);',
  ),
  defect('said saved before the outbox is', replica, 'await outbox.add(', 'void outbox.add('),
  defect('effect put on twice', replica, 'if (await isAmongRows(transaction, command)) continue;', ''),
  defect('evict not applied', applyEntries, 'await dropRow(transaction, entity, old);', 'await Promise.resolve();'),
  defect(
    'rejection dropped',
    outbox,
    "if (decided?.outcome.kind === 'accepted' && decided.seqLast <= seq)",
    'if (decided && decided.seqLast <= seq)',
  ),
  defect('kept work dropped', outbox, '[{ ...command, decided, keptWork }]', '[{ ...command, decided }]'),
  defect(
    'overlay dropped on acceptance',
    outbox,
    "decided === null || (decided.outcome.kind === 'accepted' && decided.seqLast > seq)",
    'decided === null',
  ),
  defect(
    'replay out of order',
    outbox,
    'overlay: (seq) =>\n      [...commands.values()].filter(',
    'overlay: (seq) =>\n      [...commands.values()].reverse().filter(',
  ),
  defect('two number at once', outbox, 'const result = turn.then(work);', 'const result = work();'),
  defect('numbers not made up for', outbox, 'await keepAndNumber([]);', ''),
  defect(
    'retry that never sends',
    repeat,
    '} else callOff = scheduler.after(',
    '} else if (failures === 0) callOff = scheduler.after(',
  ),
  {
    name: 'half a snapshot taken for a whole',
    edits: [
      { file: loadSnapshot, find: 'if (head === undefined || counted !== rows)', replace: 'if (head === undefined)' },
      { file: loadSnapshot, find: 'if (!sound)', replace: 'if (false)' },
    ],
  },
  defect('lost scopes kept', startSync, 'if (error.said.scopes !== undefined) await replica.keepOnly(error.said.scopes);', ''),
  {
    name: 'numbered only when a blob comes',
    edits: [
      { file: outbox, find: 'await keepAndNumber([]);', replace: '' },
      {
        file: outbox,
        find: 'held.add(sha256);\n      })',
        replace: 'held.add(sha256);\n        await keepAndNumber([]);\n      })',
      },
    ],
  },
  {
    name: 'answer taken before the rows have caught up',
    edits: [
      { file: replica, find: 'await catchUp();\n        const seq =', replace: 'const seq =' },
      { file: replica, find: keepsWhatRowsRefused, replace: '' },
    ],
  },
  defect('nothing kept where the rows took nothing', replica, keepsWhatRowsRefused, ''),
  defect(
    'protection ended by who put it on',
    'src/shared/domain/customers/end-customer.ts',
    "if (customer.protectedBy === actor) return err({ code: 'four-eyes' });",
    '',
  ),
  defect('effect left on when the answer comes after it', replica, '|| isHere || behind', '|| behind'),
];
