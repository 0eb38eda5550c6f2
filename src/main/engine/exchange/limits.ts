/** How much of a foreign file is ever taken in. Ten times what a municipality's largest register needs, and bounded. */
export const limits = {
  fileBytes: 1_000_000_000,
  rows: 2_000_000,
  columns: 500,
  /** Characters of one row; a longer one is answered as wrong. */
  rowChars: 100_000,
  /** Lines that one quoted cell may go on for. */
  rowLines: 200,
  /** Bytes of one part of a workbook when unpacked. Sheets are streamed, so that this bounds time, not memory. */
  sheetBytes: 2_000_000_000,
  /** The texts that the cells of a workbook share are held in memory. */
  sharedTextBytes: 300_000_000,
  smallPartBytes: 20_000_000,
  /** Unpacked bytes for each packed one. Real sheets come to 30; a bomb to 1 000. */
  unpackRatio: 200,
  /** So many bytes may any part unpack to, whatever its ratio. */
  unpackAlways: 5_000_000,
} as const;
