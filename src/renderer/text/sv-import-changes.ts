import type { ChangeFinding } from '../../shared/domain/register-changes/index.ts';
import type { Plural } from './fill.ts';

const findings = (of: Record<ChangeFinding, string>): Record<ChangeFinding, string> => of;

/** Svenska: ändringar som en och samma fil har begärt. */
export const svImportChanges = {
  changesOfImport: {
    tab: 'Ur filer',
    which: 'Fil',
    choice: '{fileName}, {count} väntar',
    of: '{what} ur {fileName}, {at} av {name}.',
    numbers: { one: '{count} betalnummer', other: '{count} betalnummer' } satisfies Plural as Plural,
    kind: '{count} × {kind}',
    and: '{some} och {last}',
    noFindings: 'Inget talar emot dem.',
    findings: {
      one: '{count} har fynd och avgörs för sig.',
      other: '{count} har fynd och avgörs en i taget.',
    } satisfies Plural as Plural,
    toCall: { one: '{count} ska ringas först.', other: '{count} ska ringas först.' } satisfies Plural as Plural,
    first: 'De {count} första visas. Resten kommer när de är avgjorda.',
    table: 'Filens ändringar',
    column: 'Läge',
    finding: findings({
      'number-elsewhere': 'Annans nummer',
      'asked-elsewhere': 'Begärt för flera',
      'open-control': 'Öppen kontroll',
      'on-warning-list': 'Varningslista',
      'said-no': 'Sa nej',
    }),
    findingMeans: findings({
      'number-elsewhere': 'En annan leverantör i registret har numret. Se efter vems det är innan du avgör.',
      'asked-elsewhere': 'Samma nummer är begärt för flera leverantörer. Högst ett av dem kan vara rätt.',
      'open-control': 'Kontrollen av leverantören har en anmärkning som ingen har avslutat.',
      'on-warning-list': 'Leverantören eller numret står på en varningslista.',
      'said-no': 'Leverantören är uppringd och bekräftade inte ändringen.',
    }),
    more: '{text} +{count}',
    bar: 'Avgör tillsammans',
    chosen: { one: '{count} är vald.', other: '{count} är valda.' } satisfies Plural as Plural,
    approve: { one: 'Godkänn {count}', other: 'Godkänn {count}' } satisfies Plural as Plural,
    refuse: { one: 'Neka {count} …', other: 'Neka {count} …' } satisfies Plural as Plural,
    refusal: 'Varför nekas de?',
    refuseNow: { one: 'Neka {count}', other: 'Neka {count}' } satisfies Plural as Plural,
    nothingToApprove:
      'Ingen av de valda kan godkännas. De som har fynd avgörs för sig, och de som ska ringas först väntar på samtalet.',
    nothingChosen: 'Välj rader med mellanslag först.',
    work: 'Avgör: {done} av {of}',
    stop: 'Stanna',
    approved: { one: '{count} är godkänd.', other: '{count} är godkända.' } satisfies Plural as Plural,
    refused: { one: '{count} är nekad.', other: '{count} är nekade.' } satisfies Plural as Plural,
    failed: {
      one: '{count} gick inte att avgöra: orsaken står på raden.',
      other: '{count} gick inte att avgöra: orsaken står på raderna.',
    } satisfies Plural as Plural,
  },
} as const;
