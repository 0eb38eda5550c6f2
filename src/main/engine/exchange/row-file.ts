import { type FileHandle, open, rm } from 'node:fs/promises';

/** Lines of JSON in a file of its own, each with a word that pages may ask for. Memory: nine bytes a line. */
export type RowFile<Row> = {
  add(rows: readonly { readonly row: Row; readonly kind: number }[]): Promise<void>;
  /** Lines from a place (0 first) of the kinds asked for, and the place to go on from; null at the end. */
  page(from: number, limit: number, kinds: ReadonlySet<number> | null): Promise<{ rows: readonly Row[]; next: number | null }>;
  count(): number;
  close(): Promise<void>;
};

export async function openRowFile<Row>(path: string): Promise<RowFile<Row>> {
  const file = await open(path, 'w+');
  let ends = new Float64Array(1_024);
  let kindsOf = new Uint8Array(1_024);
  let count = 0;
  let bytes = 0;

  function note(kind: number, length: number): void {
    if (count === ends.length) {
      ends = grown(ends, new Float64Array(count * 2));
      kindsOf = grown(kindsOf, new Uint8Array(count * 2));
    }
    bytes += length;
    ends[count] = bytes;
    kindsOf[count] = kind;
    count += 1;
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
        const start = place === 0 ? 0 : (ends[place - 1] ?? 0);
        const line = Buffer.alloc((ends[place] ?? 0) - start);
        await file.read(line, 0, line.length, start);
        rows.push(JSON.parse(line.toString()) as Row); // written by ourselves
      }
      return { rows, next: place < count ? place : null };
    },
    count: () => count,
    close: async () => {
      await file.close();
      await rm(path, { force: true });
    },
  };
}

function grown<Numbers extends Float64Array | Uint8Array>(from: Numbers, into: Numbers): Numbers {
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
