/** Bytes a piece at a time: of a file in one buffer that is used again, or such as are read already. */
import { open } from 'node:fs/promises';

const CHUNK_BYTES = 2 ** 20;

/** The path of a file, or its bytes. */
export type ByteSource = string | Uint8Array;

/** `bytes`: at most so many from the start. A chunk is valid until the next one is asked for. */
export async function* readChunks(
  path: ByteSource,
  bytes = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  if (typeof path !== 'string') {
    const end = Math.min(bytes, path.length);
    for (let at = 0; at < end; at += CHUNK_BYTES) {
      yield path.subarray(at, Math.min(end, at + CHUNK_BYTES));
    }
    return;
  }
  const file = await open(path, 'r');
  try {
    const buffer = new Uint8Array(CHUNK_BYTES);
    let left = bytes;
    while (left > 0) {
      const { bytesRead } = await file.read(buffer, 0, Math.min(CHUNK_BYTES, left));
      if (bytesRead === 0) return;
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
