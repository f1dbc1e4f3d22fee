/**
 * The checksum of gzip (RFC 1952, section 8), as an unsigned 32-bit integer; `before` continues an
 * earlier part.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let rest = ~before;
  for (let at = 0; at < bytes.length; at++) rest = table[(rest ^ bytes[at]) & 0xff] ^ (rest >>> 8);
  return ~rest >>> 0;
}

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});
