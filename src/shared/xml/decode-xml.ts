import { err, ok, type Result } from '../base/result.ts';
import type { XmlFault } from './fault.ts';

/** The runtimes that this runs in all have it; the language's own types do not know it. */
declare const TextDecoder: new (label: string, options: { readonly fatal: boolean }) => { decode(bytes: Uint8Array): string };

/** ISO 8859-1 is read as Windows-1252, which has letters where the former has control characters that no invoice means. */
const decoders: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16',
  'utf-16be': 'utf-16',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
};

/**
 * The text of an XML file by its byte order mark, and else by what it declares; UTF-8 when it declares nothing.
 * A byte that the encoding has no character for refuses the file: an amount or a name may hang on it.
 * Source: XML 1.0, appendix F.
 */
export function decodeXml(bytes: Uint8Array): Result<string, XmlFault> {
  const seen = markedEncoding(bytes);
  if (seen !== undefined) return decodeAs(bytes, seen);
  const declared = declaredEncoding(bytes);
  if (declared === undefined) return decodeAs(bytes, 'utf-8');
  const encoding = decoders[declared.toLowerCase()];
  if (encoding === undefined) return err({ code: 'unknown-encoding', detail: declared });
  return encoding === 'utf-16' ? err({ code: 'wrong-encoding', detail: declared }) : decodeAs(bytes, encoding);
}

/** Whether a file begins as XML does, in any encoding; a web page does so too. By its first bytes. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  const marks = [0xef, 0xbb, 0xbf, 0xfe, 0xff, 0, 0x20, 0x09, 0x0a, 0x0d];
  return bytes.find((byte) => !marks.includes(byte)) === 0x3c;
}

/** By a byte order mark, or by how '<' stands in the first two bytes. */
function markedEncoding([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  return (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c) ? 'utf-16be' : undefined;
}

/** Every single-byte encoding that is read writes the declaration in ASCII. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']{0,40})["']/.exec(start)?.[1];
}

function decodeAs(bytes: Uint8Array, encoding: string): Result<string, XmlFault> {
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return err({ code: 'wrong-encoding', detail: encoding });
  }
}
