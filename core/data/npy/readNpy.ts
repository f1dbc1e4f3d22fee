/**
 * One array of NumPy's NPY format, versions 1 to 3.
 *
 *   0   6 bytes  "\x93NUMPY"
 *   6   2 bytes  version
 *   8   uint16   length of the header; uint32 from version 2 on
 *   .   header   a Python dictionary: descr, fortran_order, shape
 *   .   data     row-major, or with the first index fastest where fortran_order is True
 *
 * The dictionary is read by three patterns, never evaluated; arrays of Python objects, which would
 * need pickle, are refused. Source: NumPy, NEP 1.
 */
import { strFromU8 } from 'fflate';
import { StudioError } from '../../contract/StudioError.ts';
import { float16 } from './float16.ts';
import { toRowMajor } from './toRowMajor.ts';

export interface NpyArray {
  readonly shape: readonly number[];
  /** `u1`, `i8`, `f4`, `b1`, `U12` ... without the byte order. */
  readonly dtype: string;
  readonly length: number;
  /** The bytes themselves, for `u1`. */
  readonly bytes: Uint8Array;
  /** Element by element, row-major; int64 beyond 2^53 loses its last digits. */
  at(index: number): number | string;
}

interface NpyHeader {
  readonly shape: readonly number[];
  readonly order: string;
  readonly isFortran: boolean;
  readonly dtype: string;
  readonly dataAt: number;
}

interface Element {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => number | string;
}

/** Throws StudioError `invalid-dataset`, naming the file. */
export function readNpy(bytes: Uint8Array, name: string): NpyArray {
  const { shape, order, isFortran, dtype, dataAt } = readHeader(bytes, name);
  const element = elementOf(dtype, order !== '>');
  if (!element) {
    throw invalid(
      name,
      `"${name}" must hold numbers or texts of a fixed length. Its element type is "${order}${dtype}".`,
      dtype === 'O' ? 'Python objects cannot be read: save plain arrays.' : null,
    );
  }
  const length = shape.reduce((product, size) => product * size, 1);
  const expected = dataAt + length * element.bytes;
  if (bytes.length !== expected) {
    throw invalid(
      name,
      `"${name}" must be ${expected} bytes long, as its header says [${shape.join(', ')}]. ` +
        `Received ${bytes.length} bytes.`,
      'Fetch or copy the file again.',
    );
  }
  const stored = bytes.subarray(dataAt);
  const elements = isFortran ? toRowMajor(stored, shape, element.bytes) : stored;
  const view = new DataView(elements.buffer, elements.byteOffset, elements.byteLength);
  return {
    shape,
    dtype,
    length,
    bytes: elements,
    at: (index) => element.read(view, index * element.bytes),
  };
}

function readHeader(bytes: Uint8Array, name: string): NpyHeader {
  const magic = strFromU8(bytes.subarray(0, 6), true);
  if (magic !== '\x93NUMPY' || bytes.length < 12) {
    throw invalid(name, `"${name}" must begin as an NPY file does. It does not.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isShort = bytes[6] === 1;
  const start = isShort ? 10 : 12;
  const dataAt = start + (isShort ? view.getUint16(8, true) : view.getUint32(8, true));
  const text = strFromU8(bytes.subarray(start, Math.min(dataAt, start + 65_536)), true);
  const descr = /'descr'\s*:\s*'([<>|=])([a-zA-Z]\d*)'/.exec(text);
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text);
  const shape = /'shape'\s*:\s*\(([\d,\s]*)\)/.exec(text);
  if (!descr || !order || !shape || dataAt > bytes.length) {
    throw invalid(
      name,
      `"${name}" must have an NPY header with one element type. Its header is ${JSON.stringify(text.slice(0, 80))}.`,
    );
  }
  const sizes = shape[1]
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number);
  const isFortran = order[1] === 'True' && sizes.length > 1;
  return { shape: sizes, order: descr[1], isFortran, dtype: descr[2], dataAt };
}

function elementOf(dtype: string, little: boolean): Element | null {
  const big = (value: bigint) => Number(value);
  const elements: Readonly<Record<string, Element>> = {
    b1: { bytes: 1, read: (view, at) => view.getUint8(at) },
    u1: { bytes: 1, read: (view, at) => view.getUint8(at) },
    i1: { bytes: 1, read: (view, at) => view.getInt8(at) },
    u2: { bytes: 2, read: (view, at) => view.getUint16(at, little) },
    i2: { bytes: 2, read: (view, at) => view.getInt16(at, little) },
    u4: { bytes: 4, read: (view, at) => view.getUint32(at, little) },
    i4: { bytes: 4, read: (view, at) => view.getInt32(at, little) },
    u8: { bytes: 8, read: (view, at) => big(view.getBigUint64(at, little)) },
    i8: { bytes: 8, read: (view, at) => big(view.getBigInt64(at, little)) },
    f2: { bytes: 2, read: (view, at) => float16(view.getUint16(at, little)) },
    f4: { bytes: 4, read: (view, at) => view.getFloat32(at, little) },
    f8: { bytes: 8, read: (view, at) => view.getFloat64(at, little) },
  };
  if (Object.hasOwn(elements, dtype)) return elements[dtype];
  const text = /^([US])(\d+)$/.exec(dtype);
  if (!text) return null;
  const characters = Number(text[2]);
  return text[1] === 'S'
    ? { bytes: characters, read: (view, at) => readText(view, at, characters, 1, little) }
    : { bytes: 4 * characters, read: (view, at) => readText(view, at, characters, 4, little) };
}

/** Bytes or UTF-32, filled up with zeros. */
function readText(view: DataView, at: number, characters: number, width: 1 | 4, little: boolean) {
  let text = '';
  for (let index = 0; index < characters; index++) {
    const code = width === 1 ? view.getUint8(at + index) : view.getUint32(at + 4 * index, little);
    if (code === 0) break;
    text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  return text;
}

function invalid(name: string, message: string, hint: string | null = null): StudioError {
  return new StudioError('invalid-dataset', message, { where: name, hint });
}
