import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StudioError, type StudioErrorCode } from '../../../core/contract/StudioError.ts';

export interface BoundedFile {
  /** In a sentence: `model file`. */
  readonly what: string;
  /** Bytes. */
  readonly most: number;
  /** Of what is larger. */
  readonly code: StudioErrorCode;
}

const PORTION = 1 << 20;

/**
 * A whole file, or none of it: a file that says its size is refused before it is read, and what has
 * none, such as a pipe or a device, is read no further than `most`.
 *
 * Throws StudioError `not-found` where it cannot be read, and the given code where it is larger.
 */
export function readBounded(path: string, { what, most, code }: BoundedFile): Buffer {
  const bytes = opened(path, what, (file) => {
    const { size } = fstatSync(file);
    return size > most ? null : readUpTo(file, most, size);
  });
  if (bytes) return bytes;
  const limit = (most / 1e6).toFixed(0);
  throw new StudioError(code, `The ${what} is larger than ${limit} MB, the most that is read.`, {
    where: path,
  });
}

/**
 * Null where there is more. `expected`: the size that the file says, which a pipe does not know.
 */
function readUpTo(file: number, most: number, expected: number): Buffer | null {
  // One more than expected, so that the end is found without growing.
  let bytes = Buffer.allocUnsafe(expected > 0 ? expected + 1 : PORTION);
  let total = 0;
  for (;;) {
    const count = readSync(file, bytes, total, Math.min(PORTION, bytes.length - total), null);
    total += count;
    if (total > most) return null;
    if (count === 0) return bytes.subarray(0, total);
    if (total === bytes.length) bytes = Buffer.concat([bytes], 2 * bytes.length);
  }
}

function opened<T>(path: string, what: string, work: (file: number) => T): T {
  try {
    const file = openSync(path, 'r');
    try {
      return work(file);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new StudioError('not-found', `The ${what} cannot be read (${reason}).`, {
      where: path,
      cause,
    });
  }
}
