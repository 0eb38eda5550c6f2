/**
 * What the page is given besides its port, as `window.fakturist`. The port comes as a message of the window: `event.data` is
 * `enginePortMessage`, and `event.ports[0]` is the port. A later port replaces the one before: the engine was started anew.
 */
export type PageBridge = {
  /** Asks for a port. Called when the page listens; again only if it wants a new one. */
  connect(): void;
  /** Prints the page as it is, by the system's own dialog. */
  print(): void;
  /** Called when the clerk locks the computer. */
  onLock(listener: () => void): void;
};

export const enginePortMessage = 'engine-port';

/** Where the page finds a blob; with `download` it is saved under that name and not shown. */
export function blobAddress(sha256: string, options: { readonly type?: BlobType; readonly download?: string } = {}): string {
  const query = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `/blob/${sha256}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** The only content types that a blob is served as; without one it is plain bytes. */
export const blobTypes = ['image/jpeg', 'image/png', 'image/tiff', 'application/pdf'] as const;
export type BlobType = (typeof blobTypes)[number];
