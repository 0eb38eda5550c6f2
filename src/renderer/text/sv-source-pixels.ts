/** Svenska: det som en ändring bygger på, som bild. */
export const svSourcePixels = {
  sourcePixels: {
    letter: 'Brevet, om det är inläst',
    none: 'Ingen bild',
    letterChoice: '{name}, inläst {at}',
    page: 'Sida som visar det',
    pageChoice: 'Sida {page}',
    notFound: 'Numret hittades inte på sidan. Hela sidan visas för den som kontrollerar.',
    shown: 'Så står det i underlaget',
    saysOnPage: 'Så står det i underlaget, sida {page}: {text}',
    onPage: 'Underlaget, sida {page}',
    failed: 'Bilden går inte att visa här.',
  },
} as const;
