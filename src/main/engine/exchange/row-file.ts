import { type FileHandle, open, rm } from 'node:fs/promises';

/** Lines of JSON in a file of its own, each with a kind that pages may ask for. Memory: 13 bytes a line. */
export type RowFile<Row> = {
  add(rows: readonly { readonly row: Row; readonly kind: number }[]): Promise<void>;
  /** Lines from a place (0 first) of the kinds asked for, and the place to go on from; null at the end. */
  page(from: number, limit: number, kinds: ReadonlySet<number> | null): Promise<{ rows: readonly Row[]; next: number | null }>;
  /** The line at a place. */
  at(place: number): Promise<Row | undefined>;
  /** Another line in its place. */
  replace(place: number, row: Row, kind: number): Promise<void>;
  count(): number;
  close(): Promise<void>;
};

export async function openRowFile<Row>(path: string): Promise<RowFile<Row>> {
  const file = await open(path, 'w+');
  let starts = new Float64Array(1_024);
  let lengths = new Uint32Array(1_024);
  let kindsOf = new Uint8Array(1_024);
  let count = 0;
  let bytes = 0;

  function note(kind: number, length: number): void {
    if (count === starts.length) {
      starts = grown(starts, new Float64Array(count * 2));
      lengths = grown(lengths, new Uint32Array(count * 2));
      kindsOf = grown(kindsOf, new Uint8Array(count * 2));
    }
    starts[count] = bytes;
    lengths[count] = length;
    kindsOf[count] = kind;
    bytes += length;
    count += 1;
  }
  async function lineAt(place: number): Promise<Row> {
    const line = Buffer.alloc(lengths[place] ?? 0);
    await file.read(line, 0, line.length, starts[place] ?? 0);
    return JSON.parse(line.toString()) as Row; // written by ourselves
  }

  return {
    add: async (rows) => {
      const lines = rows.map(({ row, kind }) => {
        const line = Buffer.from(`${JSON.stringify(row)}\n`);
        return { line, kind };
      });
      const at = bytes;
      await writeAll(file, Buffer.concat(lines.map(({ line }) => line)), at);
      for (const { line, kind } of lines) note(kind, line.length);
    },
    page: async (from, limit, kinds) => {
      const rows: Row[] = [];
      let place = from;
      for (; place < count && rows.length < limit; place += 1) {
        if (kinds !== null && !kinds.has(kindsOf[place] ?? -1)) continue;
        rows.push(await lineAt(place));
      }
      return { rows, next: place < count ? place : null };
    },
    at: async (place) => (place < count ? lineAt(place) : undefined),
    replace: async (place, row, kind) => {
      const line = Buffer.from(`${JSON.stringify(row)}\n`);
      const at = bytes;
      bytes += line.length;
      await writeAll(file, line, at);
      starts[place] = at;
      lengths[place] = line.length;
      kindsOf[place] = kind;
    },
    count: () => count,
    close: async () => {
      await file.close();
      await rm(path, { force: true });
    },
  };
}

function grown<Numbers extends Float64Array | Uint32Array | Uint8Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}

async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written);
    written += bytesWritten;
  }
}
