import type { TouchCause } from '../../shared/domain/touches/index.ts';

type Words<Name extends string> = Record<Name, string>;

/** Svenska: utan handpåläggning, och varför inte. */
export const svTouches = {
  touches: {
    title: 'Handpåläggning på det som verifierades',
    hint: 'En faktura kan ha flera orsaker',
    untouched: 'Utan handpåläggning',
    untouchedMeaning:
      'Verifierade i perioden där ingen behövde bekräfta, ändra, välja, parkera eller rapportera något: bara verifiera. Andelen är av alla verifierade.',
    causeMeaning: 'Verifierade i perioden där detta hände minst en gång. Andelen är av alla verifierade.',
    cause: {
      confirmed: 'Rätt läst men osäkert, bekräftades',
      misread: 'Fel läst och osäkert, rättades',
      'wrong-green': 'Fel läst fast det stod som säkert',
      unread: 'Hittades inte, fylldes i',
      'not-printed': 'Står inte på fakturan',
      'changed-again': 'Ändrades en gång till av en person',
      'document-type': 'Annan dokumenttyp',
      supplier: 'Leverantör valdes för hand',
      warning: 'Varning godtogs',
      twin: 'Togs för en dubblett',
      parked: 'Parkerades',
      fault: 'Fel rapporterades',
      'set-aside': 'Lades undan eller skickades tillbaka',
      'handed-over': 'Lämnades till en annan enhet',
      page: 'Sida togs tillbaka',
      'taken-back': 'Ångrades',
    } satisfies Words<TouchCause> as Words<TouchCause>,
  },
};
