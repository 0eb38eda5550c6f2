import type { Plural } from './fill.ts';

const plural = (of: Plural): Plural => of;

/** Svenska: sopning, ett slags fält i taget. */
export const svSweep = {
  sweep: {
    title: 'Sopning',
    offer: plural({ one: 'Sopa {count} fält', other: 'Sopa {count} fält: {field}' }),
    field: 'Fält',
    choice: '{field} ({count})',
    confirm: plural({ one: 'Bekräfta {count}', other: 'Bekräfta alla {count}' }),
    writing: 'Sparar …',
    allLeft: 'Alla är lämnade till senare.',
    left: 'lämnas till senare',
    done: plural({ one: '{count} fält är bekräftat', other: '{count} fält är bekräftade' }),
    refused: plural({ one: '{count} gick inte', other: '{count} gick inte' }),
    undo: plural({ one: 'Ångra {count}', other: 'Ångra alla {count}' }),
    undone: plural({ one: '{count} fält är som det var', other: '{count} fält är som de var' }),
    nothing: 'Inga fält att sopa',
    nothingHint:
      'Här samlas osäkra datum, nummer och belopp från din korg. Betalnummer och leverantörer avgörs alltid en och en.',
  },
};
