import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The sha256 digest (FIPS 180-4) of the parts behind each other, in lower-case hexadecimal. */
export function sha256(...parts: readonly Uint8Array[]): string {
  const hash = digest.create();
  for (const part of parts) hash.update(part);
  return bytesToHex(hash.digest());
}
