import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { protocol, type Session } from 'electron';
import { blobTypes } from '../../shared/contract/page-bridge.ts';

export const pageOrigin = 'app://fakturist';

/** The hash is that of the empty string: Fluent's styles put in an empty style tag and fill it by script. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pageTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Must be called before Electron is ready: the page's scheme behaves as https does, with an origin of its own. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/**
 * Serves the built page and the workspace's blobs, and nothing else. A blob goes straight from the disk to the page, past the
 * engine and its port. Runs in Electron's main process.
 */
export function servePage(session: Session, folders: { readonly page: string; readonly workspace: string }): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.origin !== 'null' && url.origin !== pageOrigin) return refuse(404);
    if (url.host !== 'fakturist' || request.method !== 'GET') return refuse(404);
    const file = url.pathname.startsWith('/blob/') ? findBlob(url, folders.workspace) : findPageFile(url, folders.page);
    return file === undefined ? refuse(404) : answer(file);
  });
}

type File = { readonly path: string; readonly type: string; readonly download?: string; readonly keep: boolean };

/** `/blob/<sha256>[?type=image/png][&download=name.pdf]`: 64 hex digits and no other way to name a file. */
function findBlob(url: URL, workspace: string): File | undefined {
  const sha256 = /^\/blob\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
  if (sha256 === undefined) return undefined;
  const type = blobTypes.find((known) => known === url.searchParams.get('type')) ?? 'application/octet-stream';
  const download = url.searchParams.get('download');
  const path = join(workspace, 'blobs', sha256.slice(0, 2), sha256);
  return { path, type, keep: true, ...(download === null ? {} : { download }) };
}

/** A file of the page; an address without an ending is a place within the page, so it gives the page itself. */
function findPageFile(url: URL, folder: string): File | undefined {
  const name = decodeURIComponent(url.pathname);
  const path = extname(name) === '' ? join(folder, 'index.html') : normalize(join(folder, name));
  const type = pageTypes[extname(path)];
  if (type === undefined || !path.startsWith(folder + sep)) return undefined;
  return { path, type, keep: false };
}

async function answer(file: File): Promise<Response> {
  const found = await stat(file.path).catch(() => undefined);
  if (!found?.isFile()) return refuse(404);
  const stream = createReadStream(file.path, { highWaterMark: 1024 * 1024 });
  const headers = { ...alwaysSent, 'content-type': file.type, 'content-length': String(found.size) };
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      ...headers,
      // A blob never changes under its SHA-256; the page may in the next version.
      'cache-control': file.keep ? 'private, max-age=31536000, immutable' : 'no-cache',
      ...(file.download === undefined ? {} : { 'content-disposition': attachment(file.download) }),
    },
  });
}

const alwaysSent = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const refuse = (status: number) => new Response(null, { status, headers: alwaysSent });

/** By RFC 6266: a plain name for old readers, and the name itself with its å, ä and ö. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w .-]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
