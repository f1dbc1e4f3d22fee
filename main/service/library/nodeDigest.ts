import { createHash } from 'node:crypto';

/** sha256 in hexadecimal by Node's own code, several times as fast as core's. */
export function nodeDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
