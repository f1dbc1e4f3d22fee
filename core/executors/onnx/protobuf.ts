/**
 * Protocol Buffers, the writing half of what ONNX needs: varints, 32-bit floats, and fields with a
 * length.
 *
 * Own code because protobufjs compiles its encoders with `new Function` and reaches for Node's
 * Buffer, and core may do neither. A message is the concatenation of its fields, so a field is
 * simply its bytes. Source: https://protobuf.dev/programming-guides/encoding
 */

const WIRE_VARINT = 0;
const WIRE_LENGTH = 2;
const WIRE_FIXED32 = 5;

/** A whole number from 0 to 2⁵³ - 1, seven bits a byte, lowest first. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

const tag = (field: number, wire: number) => varint(field * 8 + wire);

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** int32, int64 and enum fields; `value` is not negative. */
export function intField(field: number, value: number): Uint8Array {
  return Uint8Array.from([...tag(field, WIRE_VARINT), ...varint(value)]);
}

export function floatField(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return Uint8Array.from([...tag(field, WIRE_FIXED32), ...bytes]);
}

export function bytesField(field: number, bytes: Uint8Array): Uint8Array {
  return concatBytes([
    Uint8Array.from([...tag(field, WIRE_LENGTH), ...varint(bytes.length)]),
    bytes,
  ]);
}

/** ASCII text. */
export function textField(field: number, text: string): Uint8Array {
  return bytesField(
    field,
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
  );
}

export function messageField(field: number, parts: readonly Uint8Array[]): Uint8Array {
  return bytesField(field, concatBytes(parts));
}
