import type { Address, Attachment } from 'postal-mime';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { MailOrigin } from '../../../shared/domain/intake/index.ts';

/** A file that was attached to a message. */
export type MailedFile = { readonly name: string; readonly bytes: Uint8Array };
export type ReadMail = { readonly origin: Omit<MailOrigin, 'sha256'>; readonly files: readonly MailedFile[] };

/** Above what mail servers carry; and more attachments than anybody sends by hand. */
export const mailLimits = { bytes: 60_000_000, files: 100, layers: 30, headerBytes: 1_000_000, words: 300 } as const;

/** A message by its name, as mail programs and mail-drops save it. */
export const isMail = (name: string): boolean => /\.eml$/i.test(name);

/**
 * A message (RFC 5322, .eml) → whom it is from and the files attached to it, those of messages within it too. Left out: pictures in its text,
 * which are logotypes and signatures, and what proves who sent it. Nothing is fetched, nothing in the text is run.
 */
export async function readMail(bytes: Uint8Array): Promise<Result<ReadMail, 'too-large' | 'damaged'>> {
  if (bytes.length > mailLimits.bytes) return err('too-large');
  const { default: PostalMime } = await import('postal-mime'); // not read at every start
  const options = {
    maxNestingDepth: mailLimits.layers,
    maxHeadersSize: mailLimits.headerBytes,
    attachmentEncoding: 'arraybuffer',
  } as const;
  const email = await PostalMime.parse(bytes, options).catch(() => undefined); // it throws what is beyond its limits
  if (email === undefined) return err('damaged');
  const { from, subject = '', date, attachments } = email;
  const sentAtMs = Date.parse(date ?? '');
  return ok({
    origin: {
      from: shownAddress(from).slice(0, mailLimits.words),
      subject: subject.slice(0, mailLimits.words),
      sentAtMs: Number.isNaN(sentAtMs) ? null : sentAtMs,
    },
    files: attachments.filter(isForUs).slice(0, mailLimits.files).map(asFile),
  });
}

const shownAddress = (from: Address | undefined): string => {
  const { name = '', address = '' } = from ?? {};
  return name === '' ? address : `${name} <${address}>`;
};

const isForUs = ({ mimeType, disposition, related, contentId }: Attachment): boolean => {
  const isInText = mimeType.startsWith('image/') && (related === true || (disposition === 'inline' && contentId !== undefined));
  return !isInText && !/^application\/(x-)?(pkcs7|pgp)-signature$/.test(mimeType);
};

function asFile({ filename, mimeType, content }: Attachment, place: number): MailedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const name = inOneFolder(filename ?? '');
  return {
    name: (name === '' ? inOneFolder(`${place + 1}.${mimeType.replace(/^.*\//, '')}`) : name).slice(-mailLimits.words),
    bytes,
  };
}

/** A name without its path, and without what is not seen. */
const inOneFolder = (name: string): string =>
  name
    .replace(/^.*[\\/]/s, '')
    .replace(/\p{Cc}/gu, '')
    .trim();
