import type { ArticleEvent, VatCode } from '../../shared/domain/articles/index.ts';

/** En mening för varje kod som artikelkortet kan visa. */
export type ArticleTexts = {
  readonly articleEvent: Record<ArticleEvent['type'], string>;
  readonly vatCode: Record<VatCode, string>;
};

const codes: ArticleTexts = {
  articleEvent: {
    'article-registered': 'Upplagd i registret',
    'article-renamed': 'Heter {name}',
    'article-ended': 'Avslutad, sista dag {day}',
    'article-resumed': 'Tagen i bruk igen',
    'article-price-set': '{price} per {unit} från {day}',
  },
  vatCode: {
    standard: 'Normal moms',
    reduced: 'Nedsatt moms',
    low: 'Låg moms',
    food: 'Livsmedel',
    zero: 'Nollmoms',
    exempt: 'Momsfritt',
  },
};

/** Svenska: artikelregistret. */
export const svArticles = {
  ...codes,
  articles: {
    title: 'Artiklar',
    searchHint: 'Artikelnummer eller benämning',
    table: 'Artiklar',
    columns: { number: 'Artikelnr', name: 'Benämning', price: 'Pris idag', unit: 'Enhet', state: 'Läge' },
    ended: 'Avslutad',
    none: 'Ingen artikel passar.',
    noneHint: 'Kontrollera numret och stavningen, eller lägg upp en ny.',
    pick: 'Välj en artikel i listan.',
    add: 'Ny artikel',
    searchFirst: 'Sök först, så att artikeln inte läggs upp två gånger.',
    closest: 'De närmaste i registret står i listan bredvid.',
    register: 'Lägg upp artikeln',
    registered: '{name} är upplagd i registret.',
    one: 'Artikel',
    number: 'Artikelnummer',
    name: 'Benämning',
    nameMissing: 'Skriv en benämning.',
    numberMissing: 'Skriv ett artikelnummer.',
    unit: 'Enhet',
    unitHint: 'vad en av artikeln är: st, tim eller mån',
    unitMissing: 'Skriv enheten.',
    requestedBy: 'Begärd av',
    requestedByHint: 'vem hos kunden som har bett om den, och i vilket underlag',
    requestedByMissing: 'Skriv vem som har begärt det.',
    price: 'Pris utan moms',
    priceWrong: 'Skriv priset i kronor, till exempel 1250,50.',
    fromDay: 'Gäller från och med',
    fromDayHint: 'till exempel 2027-01-01, imorgon eller +30',
    vatCode: 'Momskod',
    account: 'Intäktskonto',
    prices: 'Priser',
    priceGroup: 'Pris',
    priceNow: '{price} per {unit}, {vat}, konto {account}',
    priceToday: 'Idag',
    priceNext: 'Från {day}',
    noPriceYet: 'Inget pris gäller idag.',
    priceColumns: { from: 'Från', price: 'Pris', vat: 'Moms', account: 'Konto', by: 'Begärt av', state: 'Läge' },
    priceState: { now: 'Gäller', coming: 'Kommer', past: 'Har gällt', replaced: 'Rättat' },
    vatFree: 'momsfritt',
    vatPercent: '{rate} %',
    vatRate: '{rate} moms',
    setPrice: 'Nytt pris',
    setPriceTitle: 'Nytt pris från en dag',
    setPriceMeans: 'De gamla priserna står kvar. Fakturor som redan är gjorda ändras inte.',
    savePrice: 'Spara priset',
    priceSaved: '{name}: {price} från {day}.',
    pastDay: 'Dagen har redan varit. Det nya priset gäller för det som faktureras från och med nu för den tiden.',
    rename: 'Ändra benämning',
    renameMeans:
      'Numret och enheten ändras inte: fakturor och priser bygger på dem. Behövs en annan enhet, lägg upp en ny artikel.',
    saveName: 'Spara benämningen',
    renamed: 'Artikeln heter {name}.',
    end: 'Avsluta',
    endHint: 'Den säljs inte från och med i morgon. Det går att ta tillbaka.',
    resume: 'Ta i bruk igen',
    endedNow: '{name} är avslutad.',
    resumedNow: '{name} är i bruk igen.',
    endedNotice: 'Avslutad. Sista dagen i bruk är {day}.',
    notThen: 'Artikeln fanns inte i registret {day}.',
  },
} as const;
