/**
 * The checksum of a JSON document: sha256 over its canonical form by RFC 8785.
 *
 * That form has no blanks, object keys sorted by UTF-16 code units, and numbers and texts as
 * JSON.stringify writes them, so indentation and the order of keys do not matter, and any language
 * can check it. It is fed to the hash piece by piece: the weights of a model would not fit a second
 * time into one string.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strToU8 } from 'fflate';

/**
 * Of plain data: what JSON.stringify writes as null (NaN) or leaves out (undefined) counts as such.
 */
export function canonicalSha256(value: unknown): string {
  const hash = sha256.create();
  write(value, (part) => hash.update(strToU8(part)));
  return bytesToHex(hash.digest());
}

function write(value: unknown, emit: (part: string) => void): void {
  if (value === null || typeof value !== 'object') {
    emit(JSON.stringify(value));
  } else if (Array.isArray(value)) {
    value.forEach((item, position) => {
      emit(position === 0 ? '[' : ',');
      write(item, emit);
    });
    emit(value.length === 0 ? '[]' : ']');
  } else {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    entries.forEach(([key, item], position) => {
      emit(`${position === 0 ? '{' : ','}${JSON.stringify(key)}:`);
      write(item, emit);
    });
    emit(entries.length === 0 ? '{}' : '}');
  }
}
