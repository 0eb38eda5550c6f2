import type { Plural } from './fill.ts';

/** Svenska: att peka och läsa om på bilden. */
export const svReading = {
  point: {
    noWords: 'Sidan har inga lästa ord att peka på. Dra en rektangel på bilden, eller skriv värdet.',
    status: 'Pekar: bokstäver söker, Enter tar',
  },
  zone: {
    reading: 'Läser …',
    readingHarder: 'Läser noggrannare …',
    read: 'Läst: {text}',
    empty: 'Ingen text hittades i rutan. F5 läser noggrannare, eller skriv värdet.',
    emptyAgain: 'Ingen text hittades i rutan. Dra rutan lite större, eller skriv värdet.',
    nothing: 'Dra en rektangel på bilden först, runt det som ska läsas.',
    failed: 'Rutan kunde inte läsas. {reason}',
    failedTag: 'Kunde inte läsas',
    emptyTag: 'Ingen text',
  },
  learned: {
    line: 'Lärde mig: ”{field}” för {supplier}.',
    wouldBreak: {
      one: 'Jag använder inte det nya stället för ”{field}” hos {supplier}: det hade blivit fel på {count} verifierad faktura.',
      other:
        'Jag använder inte det nya stället för ”{field}” hos {supplier}: det hade blivit fel på {count} verifierade fakturor.',
    } satisfies Plural as Plural,
    undo: 'Ångra',
    undoHint: 'Stänger av det inlärda. Rättelsen står kvar. (Ctrl+Z ångrar båda.)',
    forget: 'Glöm detta',
    useAgain: 'Använd igen',
    forgotten: 'Glömt: var ”{field}” står hos {supplier}.',
    usedAgain: 'Används igen: var ”{field}” står hos {supplier}.',
    what: 'var ”{field}” står hos {supplier}',
    title: 'Lärda platser',
    none: 'Inget är inlärt ännu. När någon rättar ett fält och pekar på bilden lär sig programmet var det står.',
    at: '{field}: vid ”{label}”',
    atPlace: '{field}: på samma plats på sidan',
    notThere: '{field}: står inte på fakturorna, fast något där liknar det',
    example: 'Exempel: ”{text}” på faktura {invoice}.',
    taught: 'Visad av {name} {day}.',
    state: { trial: 'Används inte än', active: 'Används', off: 'Avstängd' },
    replaced: 'Avstängd: en nyare rättelse tog över.',
    untried: 'Inte prövad ännu.',
    tried: {
      one: 'Prövad på {count} verifierad faktura: rätt på {agreed}, fel på {broken}.',
      other: 'Prövad på {count} verifierade fakturor: rätt på {agreed}, fel på {broken}.',
    } satisfies Plural as Plural,
    triedOnNone: 'Leverantören hade ingen verifierad faktura att pröva på.',
    heldBack: 'Används inte: det hade blivit fel.',
  },
} as const;
