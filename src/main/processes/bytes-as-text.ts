/**
 * Messages for a pipe whose reading end loses its place: before 22.13, Node stops for ever where four bytes that tell a message's length
 * come in two reads (nodejs/node pull request 56106), which a page's picture brings about. Then messages go as lines of JSON, with bytes as text in base 64.
 * Runs in Electron's main process and in a reader.
 */
export const losesItsPlace = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 22 || (major === 22 && minor < 13);
};

/** In the child's environment: its parent wants lines of JSON. */
export const wantsText = 'FAKTURIST_IPC_AS_TEXT';

const mark = '$bytes';

export function toText(value: unknown): unknown {
  if (value instanceof Uint8Array)
    return { [mark]: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') };
  if (Array.isArray(value)) return value.map(toText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toText(part)]));
}

export function fromText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromText);
  if (typeof value !== 'object' || value === null) return value;
  const bytes = (value as { readonly [mark]?: unknown })[mark];
  if (typeof bytes === 'string') return new Uint8Array(Buffer.from(bytes, 'base64'));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, fromText(part)]));
}
