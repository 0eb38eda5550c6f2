import type { EInvoiceFault } from '../read-e-invoice.ts';
import type { RuleFinding } from './rule.ts';

/** Why a file cannot be judged at all, as a finding like any other. The rules are numbered `FILE-` and the fault's own word. */
export function faultFinding(fault: EInvoiceFault): RuleFinding {
  const [sv, en] = sentences[fault.code];
  const where = 'line' in fault && fault.line !== undefined ? [` (rad ${fault.line})`, ` (line ${fault.line})`] : ['', ''];
  return {
    rule: `FILE-${fault.code}`,
    severity: 'fatal',
    path: 'root' in fault ? `/${fault.root}` : '/',
    message: { sv: `${sv}${where[0]}.`, en: `${en}${where[1]}.` },
  };
}

const sentences: { readonly [code in EInvoiceFault['code']]: readonly [sv: string, en: string] } = {
  'too-large': ['Filen är för stor för att läsas', 'The file is too large to be read'],
  'too-deep': [
    'Filen har element i fler lager än någon faktura har',
    'The file has elements in more layers than any invoice has',
  ],
  'too-many-elements': ['Filen har fler element än någon faktura har', 'The file has more elements than any invoice has'],
  'too-many-attributes': [
    'Ett element har fler attribut än någon faktura har',
    'An element has more attributes than any invoice has',
  ],
  'document-type': [
    'Filen har en dokumenttypsdeklaration (DTD), som en e-faktura inte får ha',
    'The file has a document type declaration (DTD), which an e-invoice may not have',
  ],
  'unknown-encoding': ['Filens teckenkodning är okänd', 'The encoding of the file is unknown'],
  'wrong-encoding': ['Filen är inte kodad som den säger', 'The file is not encoded as it says'],
  malformed: ['Filen är inte riktig XML', 'The file is not well-formed XML'],
  'not-an-e-invoice': ['Filen är ingen e-faktura i ett format som läses', 'The file is no e-invoice in a format that is read'],
};
