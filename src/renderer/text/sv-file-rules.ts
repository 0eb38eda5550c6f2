/** Svenska: vad reglerna säger om en e-fakturafil, dess bilagor och dess XML. */
export const svFileRules = {
  fileRules: {
    mail: 'Mejl från',
    faults: { one: '{count} fel i e-fakturan', other: '{count} fel i e-fakturan' },
    remarks: { one: '{count} anmärkning på e-fakturan', other: '{count} anmärkningar på e-fakturan' },
    notAll: 'Filen har {count} fynd. De första visas.',
    notFaulty: 'E-fakturan har inga fel enligt reglerna. Välj F7 om något annat är fel.',
    returned: '{invoice} är återsänd. Ctrl+Z hämtar tillbaka den.',
    returnedWithLetter: '{invoice} är återsänd, och brevet {fileName} är gjort. Ctrl+Z hämtar tillbaka den.',
  },
  attachments: {
    title: 'Bilagor och XML',
    list: 'Bilagor',
    none: 'E-fakturan har inga bilagor.',
    notAnEInvoice: 'Fakturan kom inte som e-faktura, så den har varken bilagor eller XML.',
    save: 'Spara',
    saved: '{name} är sparad.',
    size: '{size} kB',
    unknownKind: 'Filtypen är inte tillåten i en e-faktura, så filen öppnas inte här.',
    xml: 'E-fakturans XML',
    xmlCut: 'De första {shown} tecknen av {count} visas.',
    kinds: { pdf: 'PDF', png: 'PNG-bild', jpeg: 'JPEG-bild', csv: 'CSV', xlsx: 'Excel', ods: 'OpenDocument-kalkyl' },
    showData: 'Visa e-fakturans data',
    showPages: 'Visa sidorna',
  },
};
