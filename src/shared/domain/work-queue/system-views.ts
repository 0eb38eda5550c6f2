/** The program's own views, besides the queues themselves: a filter each, and the order that serves it. `name` names its text. */
export const systemViews = [
  { name: 'mine', filter: 'låst:mig', sort: 'received' },
  { name: 'free', filter: 'status:att-verifiera låst:nej', sort: 'received' },
  { name: 'due-today', filter: 'status:påminnelse,att-verifiera förfaller<=idag', sort: 'due' },
  { name: 'answer-today', filter: 'status:påminnelse,att-verifiera svar<=idag', sort: 'received' },
  { name: 'returning', filter: 'status:parkerad åter<=idag', sort: 'received' },
  { name: 'credit', filter: 'status:att-verifiera typ:kredit', sort: 'received' },
  { name: 'unknown-supplier', filter: 'status:att-verifiera register:nej', sort: 'received' },
  { name: 'twins', filter: 'status:att-verifiera tvilling:ja', sort: 'received' },
  { name: 'faulty-e-invoices', filter: 'status:att-verifiera e-faktura:felaktig', sort: 'received' },
] as const satisfies readonly { readonly name: string; readonly filter: string; readonly sort: string }[];
export type SystemView = (typeof systemViews)[number]['name'];
