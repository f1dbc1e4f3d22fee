import { createHash } from 'node:crypto';

/** In lower-case hexadecimal. */
export function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
