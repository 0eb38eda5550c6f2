import type { svFileRules } from './sv-file-rules.ts';

/** English: what the rules say of an e-invoice's file, its attachments and its XML. */
export const enFileRules: typeof svFileRules = {
  fileRules: {
    mail: 'Message from',
    faults: { one: '{count} fault in the e-invoice', other: '{count} faults in the e-invoice' },
    remarks: { one: '{count} remark on the e-invoice', other: '{count} remarks on the e-invoice' },
    notAll: 'There are {count} findings in the file. The first of them are shown.',
    notFaulty: 'The e-invoice breaks no rule. Press F7 if something else is wrong.',
    returned: '{invoice} is returned. Ctrl+Z fetches it back.',
    returnedWithLetter: '{invoice} is returned, and the letter {fileName} is made. Ctrl+Z fetches it back.',
  },
  attachments: {
    title: 'Attachments and XML',
    list: 'Attachments',
    none: 'The e-invoice has no attachments.',
    notAnEInvoice: 'The invoice did not come as an e-invoice, so it has neither attachments nor XML.',
    save: 'Save',
    saved: '{name} is saved.',
    size: '{size} kB',
    unknownKind: 'This type of file is not allowed in an e-invoice, so it is not opened here.',
    xml: 'XML of the e-invoice',
    xmlCut: 'The first {shown} characters of {count} are shown.',
    kinds: { pdf: 'PDF', png: 'PNG picture', jpeg: 'JPEG picture', csv: 'CSV', xlsx: 'Excel', ods: 'OpenDocument spreadsheet' },
    showData: 'Show the data of the e-invoice',
    showPages: 'Show the pages',
  },
};
