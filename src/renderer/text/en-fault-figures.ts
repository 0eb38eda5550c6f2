import type { svFaultFigures } from './sv-fault-figures.ts';

/** English: faults on invoices in figures. */
export const enFaultFigures: typeof svFaultFigures = {
  faultFigures: {
    title: 'Faults on invoices',
    none: 'No faults have been noted.',
    noneHint: 'Faults that you note with F7, e-invoices that you return and files that could not be read are counted here.',
    note: 'A fault is counted on the day that it was noted, even if it has been settled since. One that was taken back with Ctrl+Z is not.',
    byReason: 'Why',
    byWay: 'How they came',
    bySupplier: 'Suppliers with the most faults',
    trend: 'The last twelve months',
    reason: 'Reason',
    count: 'Faults',
    share: 'Share',
    earlier: 'Period before',
    way: 'Channel',
    arrived: 'Invoices received',
    ofArrived: 'Faults per received',
    filesRefused: 'Files that could not be read',
    electronic: 'e-invoice',
    scanned: 'picture',
    supplier: 'Supplier',
    unknownSupplier: 'Unknown supplier',
    oftenest: 'Most common reason',
    mostSuppliers: '{shown} of {count} suppliers are shown.',
    month: 'Month',
    file: 'File: {why}',
    meaning: 'Faults that were noted on invoices in the period.',
    fileMeaning: 'Files that came in during the period and could not be read. No invoice came of them.',
    wayMeaning: 'Faults noted in the period, by how the invoice came. Those received are counted by the day they came.',
  },
};
