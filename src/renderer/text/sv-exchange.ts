import type { ExchangeFaultCode } from '../../shared/contract/register-exchange.ts';
import type { MappingFault, RowAnswer, RowFindingCode, RowVerdict } from '../../shared/domain/register-exchange/index.ts';

/** En mening för varje kod som kan komma ur en registerfil. */
export type ExchangeTexts = {
  readonly exchangeFault: Record<ExchangeFaultCode, string>;
  readonly exchangeFinding: Record<RowFindingCode, string>;
  readonly exchangeVerdict: Record<RowVerdict, string>;
  readonly exchangeAnswer: Record<RowAnswer | 'refused', string>;
  readonly mappingFault: Record<MappingFault['code'], string>;
};

export const svExchange: ExchangeTexts = {
  exchangeFault: {
    'file-missing': 'Filen finns inte längre. Välj den igen.',
    'file-empty': 'Filen är tom.',
    'unknown-kind': 'Filen är varken text eller en Excelbok. Spara den som CSV eller .xlsx och välj den igen.',
    'old-workbook': 'Excelboken är av en äldre sort (.xls) eller har lösenord. Spara den som .xlsx utan lösenord.',
    'broken-workbook': 'Excelboken är skadad eller avklippt. Hämta den igen. Inget har lästs in.',
    'no-sheet': 'Det finns inget sådant blad i Excelboken. Välj ett annat.',
    'too-large': 'Filen är för stor. Dela den i flera.',
    'unpacks-to-too-much': 'Excelboken packas upp till orimligt mycket och lästes inte. Spara den som CSV om den är riktig.',
    'too-many-columns': 'Filen har fler än 500 kolumner. Ta bort dem som inte behövs.',
    'too-many-rows': 'Filen har fler än två miljoner rader. Dela den i flera.',
  },
  exchangeFinding: {
    'quote-not-closed': 'Ett citattecken avslutas inte. Rätta raden i filen.',
    'row-too-long': 'Raden är orimligt lång. Rätta den i filen.',
    'unreadable-characters': 'Raden har tecken som inte går att läsa. Välj en annan teckenkodning, eller rätta raden.',
    'too-few-cells': 'Raden har färre celler än rubrikraden. Kolumnerna kan ha förskjutits.',
    'too-many-cells': 'Raden har fler celler än rubrikraden. Kolumnerna kan ha förskjutits.',
    'not-mended': 'Raden gick inte att läsa förra gången. Rätta den och töm cellen som säger vad som är fel.',
    'file-ends-here': 'Filen slutar mitt i raden. Se efter att den är hel.',
    'computed-cell': 'Cellen är en formel. Det som senast räknades fram togs.',
    'formula-text': 'Texten ser ut som en formel. Den sparas som text och körs aldrig.',
    missing: 'Ett värde som måste finnas saknas.',
    'no-identity': 'Raden har varken id eller nummer, så den går inte att känna igen.',
    'twice-in-file': 'Samma rad finns tidigare i filen. Ta bort en av dem.',
    'two-rows-match': 'Id och nummer pekar på två olika rader i registret. Rätta ett av dem.',
    'other-id-there': 'Raden har redan ett annat id i samma system. Rätta id:t, eller ändra det i registret.',
    'merged-away': 'Raden är sammanslagen med en annan, som ändras i stället.',
    'becomes-request': 'Ändringen väntar på en andra person.',
    'waits-already': 'Samma ändring väntar redan på en andra person.',
    'number-elsewhere': 'Betalnumret finns hos en annan i registret. Se efter vems det är.',
    'looks-like-twin': 'Liknar en annan i registret. Se efter om de är samma.',
    'not-digits': 'Det ska vara siffror.',
    'wrong-length': 'Fel antal tecken.',
    'wrong-check-digit': 'Kontrollsiffran är fel.',
    'not-a-company': 'Numret är inget företags.',
    'too-long': 'Texten är för lång.',
    'line-break': 'Cellen har en radbrytning. Ta bort den.',
    'not-a-number': 'Det är inget tal.',
    'two-readings': 'Talet kan läsas på två sätt. Välj vilket tecken som skiljer decimalerna.',
    'not-whole-ore': 'Beloppet har fler än två decimaler.',
    'not-a-day': 'Det är inget datum. Välj hur datum skrivs i filen.',
    'not-yes-or-no': 'Det ska vara ja eller nej.',
    'unknown-word': 'Ordet är okänt. Översätt det i mallen.',
    'not-an-address': 'Det är ingen e-postadress eller Peppol-adress.',
    'not-an-id': 'Det är inget av programmets egna id.',
    'not-a-birthday': 'Numret börjar inte med en födelsedag.',
    'below-zero': 'Priset är under noll.',
    'wrong-bic': 'BIC ska vara 8 eller 11 tecken, och hör till ett IBAN.',
    'address-incomplete': 'Adressen saknar ort, eller både gata och postnummer.',
    'contact-incomplete': 'Kontakten behöver ett namn eller ett ärende, och ett telefonnummer eller en e-postadress.',
    'days-in-wrong-order': 'Den första dagen kommer efter den sista.',
    'company-and-person': 'En kund har organisationsnummer eller personnummer, inte båda. Ta bort ett av dem.',
    'test-incomplete': 'Ett test av e-fakturan behöver både dag och resultat.',
    'live-day-missing': 'En kanal i drift behöver dagen då den togs i drift.',
    'test-failed': 'Det senaste testet misslyckades, så kanalen kan inte vara i drift.',
    'article-ended': 'Artikeln säljs inte längre den dagen.',
    'stays-as-it-is': 'Det står något annat i registret, som en fil inte ändrar.',
  },
  exchangeVerdict: { new: 'Ny', changed: 'Ändrad', unchanged: 'Oförändrad', wrong: 'Fel' },
  exchangeAnswer: {
    taken: 'Införd',
    'left-out': 'Utelämnad',
    unchanged: 'Oförändrad',
    wrong: 'Fel',
    refused: 'Nekad',
  },
  mappingFault: {
    'no-such-column': 'Filen har ingen sådan kolumn. Välj kolumn på nytt.',
    'no-such-field': 'Registret har inget sådant fält.',
    'field-twice': 'Två kolumner går till samma fält. Ta bort en av dem.',
    'no-column-for': 'Ingen kolumn är vald för ett fält som måste finnas.',
    'ids-without-system': 'Välj vilket system id:na kommer från.',
  },
};
