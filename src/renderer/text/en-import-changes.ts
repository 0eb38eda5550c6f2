import type { svImportChanges } from './sv-import-changes.ts';
import type { Widened } from './texts.ts';

/** English: changes that one and the same file asked for. */
export const enImportChanges: Widened<typeof svImportChanges> = {
  changesOfImport: {
    tab: 'From files',
    which: 'File',
    choice: '{fileName}, {count} waiting',
    of: '{what} from {fileName}, {at} by {name}.',
    numbers: { one: '{count} payment number', other: '{count} payment numbers' },
    kind: '{count} × {kind}',
    and: '{some} and {last}',
    noFindings: 'Nothing speaks against them.',
    findings: {
      one: '{count} has findings and is decided by itself.',
      other: '{count} have findings and are decided one by one.',
    },
    toCall: { one: '{count} is to be called first.', other: '{count} are to be called first.' },
    first: 'The first {count} are shown. The rest come when these have been decided.',
    table: "The file's changes",
    column: 'State',
    finding: {
      'number-elsewhere': "Another's number",
      'asked-elsewhere': 'Asked for twice',
      'open-control': 'Open control',
      'on-warning-list': 'Warning list',
      'said-no': 'Said no',
    },
    findingMeans: {
      'number-elsewhere': 'Another supplier of the register has the number. See whose it is before you decide.',
      'asked-elsewhere': 'The same number is asked for of several suppliers. At most one of them can be right.',
      'open-control': 'A control of the supplier has found something that nobody has completed.',
      'on-warning-list': 'The supplier or the number is on a warning list.',
      'said-no': 'The supplier was called, and did not confirm the change.',
    },
    more: '{text} +{count}',
    bar: 'Decide together',
    chosen: { one: '{count} is chosen.', other: '{count} are chosen.' },
    approve: { one: 'Approve {count}', other: 'Approve {count}' },
    refuse: { one: 'Refuse {count} …', other: 'Refuse {count} …' },
    refusal: 'Why are they refused?',
    refuseNow: { one: 'Refuse {count}', other: 'Refuse {count}' },
    nothingToApprove:
      'None of the chosen can be approved. Those with findings are decided by themselves, and those to be called first wait for the call.',
    nothingChosen: 'Choose rows with Space first.',
    work: 'Deciding: {done} of {of}',
    stop: 'Stop',
    approved: { one: '{count} is approved.', other: '{count} are approved.' },
    refused: { one: '{count} is refused.', other: '{count} are refused.' },
    failed: {
      one: '{count} could not be decided: the row says why.',
      other: '{count} could not be decided: the rows say why.',
    },
  },
};
