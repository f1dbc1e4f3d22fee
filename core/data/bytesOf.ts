/**
 * The bytes of a typed array, shared and not copied.
 *
 * Multi-byte values come in the machine's order, which is little-endian on everything that Electron
 * runs on; the file formats here are little-endian too.
 */
export function bytesOf(values: Uint8Array | Float32Array | Int32Array | Uint32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
