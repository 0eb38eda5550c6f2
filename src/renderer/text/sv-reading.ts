/** Svenska: att peka och läsa om på bilden. */
export const svReading = {
  point: {
    noWords: 'Sidan har inga lästa ord att peka på. Dra en rektangel på bilden, eller skriv värdet.',
    status: 'Pekar: pilar flyttar, bokstäver söker, Enter tar, Esc avbryter.',
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
} as const;
