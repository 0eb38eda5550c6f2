declare const kind: unique symbol;

/** The id of one kind of thing: a UUID as text, made by whoever makes the thing. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** Gives text from outside (already parsed as an id) its kind. */
export const asId = <Kind extends string>(text: string): Id<Kind> => text as Id<Kind>;

export type PersonId = Id<'person'>;
export type SupplierId = Id<'supplier'>;
export type SupplierInvoiceId = Id<'supplierInvoice'>;
export type SourceFileId = Id<'sourceFile'>;
export type LearnedRuleId = Id<'learnedRule'>;
export type CommandId = Id<'command'>;
export type EventId = Id<'event'>;
