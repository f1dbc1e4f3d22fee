/**
 * A decimal number from the bytes of a cell, the same as parseNumber gives of its text.
 *
 * The hot path of importing: no string is made for a number of at most 15 digits and a small
 * exponent, where the integer and the power of ten are both exact in float64 and one division
 * rounds correctly (Clinger, "How to read floating point numbers accurately", 1990). Everything
 * else goes through Number().
 */
import { parseNumber } from './parseNumber.ts';

const POWERS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const MOST_EXACT_DIGITS = 15;
/** Longer cells are no numbers that anybody writes. */
const LONGEST_NUMBER = 400;

/** NaN for anything that is not a finite number; blanks around it are allowed. */
export function parseNumberBytes(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const first = bytes[at];
  const isNegative = first === 0x2d;
  if (isNegative || first === 0x2b) at += 1;
  let mantissa = 0;
  let digits = 0;
  let fraction = 0;
  const from = at;
  for (; at < end; at++) {
    const digit = bytes[at] - 0x30;
    if (digit < 0 || digit > 9) break;
    mantissa = mantissa * 10 + digit;
  }
  digits = at - from;
  if (at < end && bytes[at] === 0x2e) {
    const point = ++at;
    for (; at < end; at++) {
      const digit = bytes[at] - 0x30;
      if (digit < 0 || digit > 9) break;
      mantissa = mantissa * 10 + digit;
    }
    fraction = at - point;
    digits += fraction;
  }
  if (at !== end || digits === 0 || digits > MOST_EXACT_DIGITS) return slow(bytes, start, end);
  const value = fraction === 0 ? mantissa : mantissa / POWERS[fraction];
  return isNegative ? -value : value;
}

function slow(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > LONGEST_NUMBER) return Number.NaN;
  let text = '';
  for (let at = start; at < end; at++) {
    // Only ASCII can be part of a number.
    if (bytes[at] >= 0x80) return Number.NaN;
    text += String.fromCharCode(bytes[at]);
  }
  return parseNumber(text);
}
