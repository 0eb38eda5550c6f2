import type { PageFlag } from '../../shared/base/page.ts';
import type { DropReason } from '../../shared/domain/extraction/index.ts';
import type { Plural } from './fill.ts';

type Told = { readonly word: string; readonly advice: string };

/** Svenska: kontaktkartan över en fils sidor, och hur sidorna räknas. */
export const svSheet = {
  sheet: {
    name: 'Sidor i {fileName}',
    back: 'Till inkommet',
    page: 'Sida {page}',
    openDocument: 'Öppna',
    openNamed: 'Öppna {invoice}',
    continued: 'fortsättning',
    waiting: 'Läses eller väntar på läsning',
    dropped: 'Borttagna sidor',
    opening: 'Filen öppnas. Sidorna visas allt eftersom de läses.',
    gone: 'Filen finns inte.',
    reading: {
      one: '{pagesRead} av {pageCount} sidor är lästa. {count} dokument kan öppnas redan nu.',
      other: '{pagesRead} av {pageCount} sidor är lästa. {count} dokument kan öppnas redan nu.',
    } satisfies Plural as Plural,
    pageCount: { one: '{count} sida', other: '{count} sidor' } satisfies Plural as Plural,
    invoicePages: { one: '{count} fakturasida', other: '{count} fakturasidor' } satisfies Plural as Plural,
    appendixPages: { one: '{count} bilagesida', other: '{count} bilagesidor' } satisfies Plural as Plural,
    droppedPages: { one: '{count} borttagen', other: '{count} borttagna' } satisfies Plural as Plural,
    sum: '{pages} = {parts}',
    plus: ' + ',
    documents: { one: '{count} dokument', other: '{count} dokument' } satisfies Plural as Plural,
    mismatch: 'Sidorna stämmer inte: {pages} kom in, men {counted} är räknade ({parts}). Läs filen igen, eller ring supporten.',
    appendix: 'Bilaga',
    broughtBack: 'Tillbakatagen',
    droppedAs: 'Borttagen: {why}',
    notRead: 'Inte läst än',
    noPicture: 'Ingen bild än',
    code: 'Streckkod',
    codes: 'Streckkoder',
    codeLine: '{format}: {text}',
    details: 'Om sidan',
    noPage: 'Välj en sida.',
    belongsTo: 'Sidan hör till {invoice} ({type}).',
    isAppendix: 'Den är en bilaga: den följer med fakturan men läses inte som en faktura.',
    isDropped: 'Sidan är borttagen och hör inte till någon faktura. Den sparas.',
    wasDropped: 'Den var borttagen ({why}) och är tillbakatagen som bilaga.',
    isWaiting: 'Sidan är inte läst, eller så är det inte klart vilket dokument den hör till.',
    nothingWrong: 'Inget att anmärka på bilden.',
    quality: 'Bildens kvalitet',
    restore: 'Ta tillbaka sidan',
    dropAgain: 'Ta bort sidan igen',
    restored: 'Sida {page} är tillbakatagen som bilaga.',
    droppedAgain: 'Sida {page} är borttagen igen.',
    onlyDropped: 'Bara borttagna sidor kan tas tillbaka.',
    drop: {
      blank: { word: 'tom sida', advice: 'Inget är tryckt på sidan.' },
      separator: { word: 'skiljeblad', advice: 'Bladet skiljer bara två dokument åt.' },
    } satisfies Record<DropReason, Told> as Record<DropReason, Told>,
    flag: {
      blank: { word: 'Tom', advice: 'Inget är tryckt på sidan.' },
      'too-dark': { word: 'För mörk', advice: 'Bilden är för mörk. Skanna om sidan ljusare.' },
      'too-light': { word: 'För ljus', advice: 'Trycket är för blekt. Skanna om sidan mörkare.' },
      'cut-edge': { word: 'Klippt kant', advice: 'Trycket går ut över kanten. Skanna om sidan med marginal.' },
      'low-resolution': { word: 'Under 200 dpi', advice: 'Upplösningen är under 200 punkter per tum. Skanna om med 300.' },
      skewed: {
        word: 'Snett > 3°',
        advice: 'Sidan låg mer än 3° snett. Den är upprätad; skanna om den om något i kanten saknas.',
      },
      'text-differs': {
        word: 'Text avviker',
        advice: 'Filens text är inte det som syns på bilden, så bilden är läst i stället. Jämför beloppen noga.',
      },
    } satisfies Record<PageFlag, Told> as Record<PageFlag, Told>,
  },
} as const;
