/** Rows of bytes that lie behind each other, of one length or of many: pixels, cells, texts. */
export interface ByteRows {
  readonly rows: number;
  readonly bytes: Uint8Array;
  /** Where a row starts; `start(rows)` is the end of the last one. */
  start(row: number): number;
}

/** Rows that all have `width` bytes. */
export function rowsOfWidth(bytes: Uint8Array, width: number): ByteRows {
  const rows = width === 0 ? 0 : bytes.length / width;
  return { rows, bytes, start: (row) => row * width };
}

/** Row i is offsets[i] .. offsets[i + 1] - 1. */
export function rowsAtOffsets(bytes: Uint8Array, offsets: Uint32Array): ByteRows {
  return { rows: offsets.length - 1, bytes, start: (row) => offsets[row] };
}
