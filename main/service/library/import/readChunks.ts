/** A file's bytes, a piece at a time, in one buffer that is used again. */
import { open } from 'node:fs/promises';

const CHUNK_BYTES = 2 ** 20;

/** `bytes`: at most so many from the start. A chunk is valid until the next one is asked for. */
export async function* readChunks(
  path: string,
  bytes = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
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
