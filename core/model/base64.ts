/**
 * Base64 (RFC 4648, section 4), strict: padded, no blanks, no bits left over, so that every text
 * has one meaning.
 *
 * Written here because a pure core has neither Node's Buffer nor the browser's atob.
 */
import { strFromU8 } from 'fflate';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const codes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
const PADDING = 0x3d;
const NONE = 0xff;
const values = new Uint8Array(128).fill(NONE);
for (const [value, code] of codes.entries()) values[code] = value;

/** Characters that `bytes` bytes take. */
export function base64Length(bytes: number): number {
  return 4 * Math.ceil(bytes / 3);
}

export function encodeBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(base64Length(bytes.length));
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const left = bytes.length - from;
    const second = left > 1 ? bytes[from + 1] : 0;
    const third = left > 2 ? bytes[from + 2] : 0;
    text[to] = codes[bytes[from] >> 2];
    text[to + 1] = codes[((bytes[from] & 3) << 4) | (second >> 4)];
    text[to + 2] = left > 1 ? codes[((second & 15) << 2) | (third >> 6)] : PADDING;
    text[to + 3] = left > 2 ? codes[third & 63] : PADDING;
  }
  return strFromU8(text, true);
}

/** Exactly `length` bytes, or null when the text does not hold just that. */
export function decodeBase64(text: string, length: number): Uint8Array | null {
  if (text.length !== base64Length(length)) return null;
  const bytes = new Uint8Array(length);
  const padding = text.length - Math.ceil((length * 4) / 3);
  if (text.slice(text.length - padding) !== '='.repeat(padding)) return null;
  let bits = 0;
  let pending = 0;
  let to = 0;
  for (let from = 0; from < text.length - padding; from++) {
    const code = text.charCodeAt(from);
    const value = code < 128 ? values[code] : NONE;
    if (value === NONE) return null;
    bits = ((bits << 6) | value) & 0xffff;
    pending += 6;
    if (pending < 8) continue;
    pending -= 8;
    bytes[to] = bits >> pending;
    to += 1;
  }
  return (bits & ((1 << pending) - 1)) === 0 ? bytes : null;
}
