/**
 * Why an XML file is refused. All are the file's own fault; nothing else is ever given or thrown.
 *
 * - `too-large`: more bytes, lines or references than `xmlLimits` · `too-deep`, `too-many-elements`, `too-many-attributes`: more than those
 * - `document-type`: has a DTD, which could declare entities that grow or fetch
 * - `unknown-encoding`: declares an encoding that is not read · `wrong-encoding`: its bytes are not what it declares
 * - `other-root`: well begun, but with a root element that nobody asked for: `root` and `ns`, and the rest was not read
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
    | 'other-root'
    | 'malformed';
  /** Where it was found, 1 first; absent when the file was never parsed. */
  readonly line?: number;
  readonly detail?: string;
  readonly root?: string;
  readonly ns?: string;
};

/**
 * How much is read. An invoice with seven thousand lines and an attachment of fifteen megabytes is below them all, and whatever is below
 * them is parsed in some hundred megabytes of memory.
 */
export const xmlLimits = {
  bytes: 25_000_000,
  depth: 100,
  /** Elements and attributes together. */
  parts: 300_000,
  /** Of one element. */
  attributes: 50,
  /** Line breaks: an attachment has one for 76 characters. */
  lines: 500_000,
  /** Character and entity references. */
  references: 200_000,
} as const;
