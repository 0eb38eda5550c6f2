import type { FaultReason } from '../../../shared/domain/supplier-invoices/index.ts';

export type LetterWords = {
  readonly title: string;
  readonly greeting: string;
  readonly about: string;
  /** What of the invoice is named, in order. */
  readonly facts: {
    readonly number: string;
    readonly date: string;
    readonly due: string;
    readonly total: string;
    readonly reference: string;
  };
  /** What is wrong, and what the supplier is asked to do. */
  readonly reasons: Record<FaultReason, string>;
  /** Before the rules that an e-invoice breaks; `andMore`: behind those that are named. */
  readonly rules: string;
  readonly andMore: string;
  readonly ownWords: string;
  readonly disputed: string;
  readonly returned: string;
  readonly waits: string;
  readonly regards: string;
  readonly page: string;
};

/**
 * What a letter to a supplier says, in its language.
 *
 * Source: what an invoice contains: mervärdesskattelagen (2023:200) 17 kap. 24 §; e-invoices to public bodies: lag (2018:1277) 4 §;
 * interest on what is disputed: räntelagen (1975:635) 3–4 §§ go on, which is why the letter is dated and says what is disputed.
 */
export const letterWords: Record<'sv' | 'en', LetterWords> = {
  sv: {
    title: 'Er faktura kan inte behandlas',
    greeting: 'Hej!',
    about: 'Vi har tagit emot fakturan nedan och kan inte behandla den som den är.',
    facts: {
      number: 'Fakturanummer',
      date: 'Fakturadatum',
      due: 'Förfallodatum',
      total: 'Belopp',
      reference: 'Er uppgift om vår referens',
    },
    reasons: {
      'reference-missing':
        'Referens eller ordernummer saknas. Vi kan därför inte se vem som har beställt. Skicka en ny faktura med den referens eller det ordernummer som ni fick vid beställningen.',
      'wrong-recipient': 'Fakturan är ställd till fel mottagare. Kontrollera vem som har beställt och ställ fakturan dit.',
      'wrong-vat': 'Momsen stämmer inte. Skicka en kreditfaktura och en ny faktura med rätt skattesats och momsbelopp.',
      'sums-differ':
        'Fakturans belopp stämmer inte med varandra. Skicka en kreditfaktura och en ny faktura där rader, moms och summa stämmer.',
      'identity-missing':
        'Ert organisationsnummer, momsregistreringsnummer eller uppgiften om godkännande för F-skatt saknas. Skicka en ny faktura där uppgifterna finns.',
      'payment-number':
        'Betalnumret på fakturan stämmer inte med det som vi har registrerat. Vi ändrar inte betalnummer på grund av en faktura. Kontakta oss på det sätt som ni brukar.',
      duplicate:
        'Vi har redan fått den här fakturan. Om den gäller något annat, skicka en ny faktura med ett eget fakturanummer.',
      'known-notice':
        'Ert krav gäller en faktura som vi redan har behandlat eller har invänt mot. Kontrollera era uppgifter och återkalla kravet.',
      'fraud-suspected': 'Vi har inte beställt det som fakturan gäller. Vi bestrider fakturan i sin helhet.',
      unreadable: 'Fakturan går inte att läsa. Skicka den en gång till.',
      'not-e-invoice':
        'Fakturor till oss efter en upphandling ska vara elektroniska enligt lagen (2018:1277). Skicka fakturan som e-faktura.',
      'breaks-rules': 'E-fakturan följer inte reglerna för sitt format. Rätta den och skicka den en gång till.',
      other: 'Fakturan behöver rättas.',
    },
    rules: 'Det här bryter mot reglerna (regelns nummer och platsen i filen):',
    andMore: 'Filen har ytterligare {count} fel.',
    ownWords: 'Så här står det i vår anteckning:',
    disputed: 'Vi bestrider fakturan. Den betalas inte förrän frågan är utredd.',
    returned: 'Fakturan är återsänd och ligger inte kvar hos oss för betalning.',
    waits: 'Fakturan väntar hos oss tills ni har svarat.',
    regards: 'Med vänlig hälsning',
    page: 'Sida',
  },
  en: {
    title: 'Your invoice cannot be processed',
    greeting: 'Dear supplier,',
    about: 'We have received the invoice below and cannot process it as it is.',
    facts: {
      number: 'Invoice number',
      date: 'Invoice date',
      due: 'Due date',
      total: 'Amount',
      reference: 'Our reference as you state it',
    },
    reasons: {
      'reference-missing':
        'The reference or order number is missing, so we cannot tell who placed the order. Please send a new invoice with the reference or order number that you were given.',
      'wrong-recipient':
        'The invoice is made out to the wrong recipient. Please check who placed the order and make it out to them.',
      'wrong-vat': 'The VAT is not right. Please send a credit note and a new invoice with the right rate and amount of VAT.',
      'sums-differ':
        'The amounts on the invoice do not add up. Please send a credit note and a new invoice whose lines, VAT and total agree.',
      'identity-missing':
        'Your registration number, VAT number or statement of approval for F-tax is missing. Please send a new invoice that states them.',
      'payment-number':
        'The payment number on the invoice differs from the one we have on record. We do not change payment numbers because of an invoice. Please contact us the way you usually do.',
      duplicate:
        'We have received this invoice before. If it concerns something else, please send a new invoice with a number of its own.',
      'known-notice':
        'Your demand concerns an invoice that we have already processed or objected to. Please check your records and withdraw the demand.',
      'fraud-suspected': 'We have not ordered what the invoice concerns. We dispute the invoice as a whole.',
      unreadable: 'The invoice cannot be read. Please send it again.',
      'not-e-invoice':
        'Invoices to us that follow a public procurement are to be electronic under Swedish law (2018:1277). Please send it as an e-invoice.',
      'breaks-rules': 'The e-invoice does not follow the rules of its format. Please mend it and send it again.',
      other: 'The invoice needs to be corrected.',
    },
    rules: 'This is what breaks the rules (number of the rule, and place in the file):',
    andMore: 'The file has {count} more faults.',
    ownWords: 'Our note says:',
    disputed: 'We dispute the invoice. It will not be paid until the matter has been settled.',
    returned: 'The invoice is returned and is no longer with us for payment.',
    waits: 'The invoice waits with us until we have heard from you.',
    regards: 'Yours sincerely,',
    page: 'Page',
  },
};
