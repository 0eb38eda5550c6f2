import type { SearchFault, SearchKind } from '../../shared/domain/search/index.ts';

const kinds = <Text>(of: Record<SearchKind, Text>): Record<SearchKind, Text> => of;
const faults = (of: Record<SearchFault['code'], string>): Record<SearchFault['code'], string> => of;

/** Svenska: den enda sökrutan (Ctrl+K). */
export const svSearch = {
  search: {
    title: 'Sök',
    open: 'Sök …',
    box: 'Sök fakturor, leverantörer, kunder, artiklar och samtal',
    hint: 'Nummer, belopp, OCR, bankgiro, org.nr, namn eller ord på sidan',
    results: 'Träffar',
    preview: 'Det markerade',
    none: 'Inget hittat för "{text}". Pröva färre ord eller ett annat nummer.',
    found: { one: '{count} träff', other: '{count} träffar' },
    more: 'Fler finns: skriv mer för att komma åt dem.',
    elsewhere: {
      one: 'Ord på sidan söks inte i {count} faktura, vars sidor inte har varit på den här datorn. Nummer, namn och belopp söks i alla.',
      other:
        'Ord på sidan söks inte i {count} fakturor, vars sidor inte har varit på den här datorn. Nummer, namn och belopp söks i alla.',
    },
    cut: 'Bara de nyaste fakturornas sidor hann gås igenom. Skriv mer av orden, eller ett ord till, för att nå äldre.',
    recentSearches: 'Senaste sökningar',
    recentlyOpened: 'Senast öppnade',
    nothingRecent: 'Här visas vad du senast har sökt och öppnat.',
    filling: 'Äldre fakturor läggs till i sökningen: {done} av {total}. Det som saknas hittas snart.',
    keys: '↑↓ välj · Enter öppna · Ctrl+Enter öppna och sök vidare · Ctrl+Skift+C notera samtal · F6 byt del · Esc stäng',
    scopes:
      'Skriv till exempel lev:bygg, fakt:, kund:, art:, samtal:, nr:F-1001, belopp:1 250,00, ocr:, konto: (bg, pg, iban), org:, namn:, text:"bär stol".',
    kind: kinds({ invoice: 'Fakturor', supplier: 'Leverantörer', customer: 'Kunder', article: 'Artiklar', call: 'Samtal' }),
    oneKind: kinds({ invoice: 'Faktura', supplier: 'Leverantör', customer: 'Kund', article: 'Artikel', call: 'Samtal' }),
    onPage: 'text på sidan',
    like: 'liknar',
    state: { blocked: 'spärrad', ended: 'avslutad' },
    noSender: 'Okänd avsändare',
    page: 'Sida {page}',
    lastEvent: 'Senast',
    number: 'Nummer',
    city: 'Ort',
    stateName: 'Läge',
    formerName: 'Tidigare',
    fault: faults({
      'unknown-scope':
        'Sökordet "{word}:" finns inte. Det som går är fakt:, lev:, kund:, art:, samtal:, nr:, belopp:, ocr:, konto:, org:, namn: och text:.',
      'value-missing': 'Skriv vad du söker efter "{word}:".',
      'not-an-amount': '"{word}" är inget belopp. Skriv till exempel belopp:1 250,00.',
      'ambiguous-amount': '"{word}" kan läsas på två sätt. Skriv 1 234 eller 1,23.',
      'not-a-number': '"{word}" har inga siffror. Skriv numret, eller sök utan ordet före kolon.',
      'quote-not-closed': 'Citattecknet är inte avslutat. Sätt ett " också efter "{word}".',
    }),
  },
};
