/**
 * Why an XML file is refused. All are the file's own fault; nothing else is ever given or thrown.
 *
 * - `too-large`: more bytes than `xmlLimits.bytes` · `too-deep`, `too-many-elements`, `too-many-attributes`: more than those limits
 * - `document-type`: has a DTD, which could declare entities that grow or fetch
 * - `unknown-encoding`: declares an encoding that is not read · `wrong-encoding`: its bytes are not what it declares
 * - `malformed`: not well-formed; `detail` is the parser's own English sentence
 */
export type XmlFault = {
  readonly code:
    | 'too-large'
    | 'too-deep'
    | 'too-many-elements'
    | 'too-many-attributes'
    | 'document-type'
    | 'unknown-encoding'
    | 'wrong-encoding'
    | 'malformed';
  /** Where it was found, 1 first; absent when the file was never parsed. */
  readonly line?: number;
  readonly detail?: string;
};

/** How much is read. An invoice with ten thousand lines and an attachment of fifteen megabytes is below them all. */
export const xmlLimits = {
  bytes: 25_000_000,
  depth: 100,
  elements: 500_000,
  /** Of one element. */
  attributes: 50,
} as const;
