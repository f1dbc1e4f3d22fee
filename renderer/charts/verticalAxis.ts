/**
 * The vertical axis around the values of a chart, and where on it a value stands.
 *
 * A logarithmic one shows ratios: the same distance from 2 to 1 as from 0.2 to 0.1. Values of 0 or
 * below have no place on it. Its ends have one significant digit, so that they are close around
 * the values; its ticks are as dense as there is room: each digit, else 1, 2 and 5, else powers
 * of ten. Values that differ by less than a factor of 2 are told by ticks of equal steps.
 */
import { powersOfTen, TOLERANCE, ticksAround } from './axisTicks.ts';

export interface VerticalAxis {
  readonly low: number;
  readonly high: number;
  readonly isLogarithmic: boolean;
  readonly ticks: readonly number[];
}

export function verticalAxis(values: readonly number[], isLogarithmic = false): VerticalAxis {
  const shown = values.filter((value) => hasPlace(value, isLogarithmic));
  const low = Math.min(...shown);
  const high = Math.max(...shown);
  if (!isLogarithmic) return between(shown.length === 0 ? [0, 1] : ticksAround(low, high), false);
  if (shown.length === 0) return between([0.1, 1], true);
  if (high <= 2 * low) return between(ticksAround(low, high), true);
  const ends = { low: toOneDigit(low, Math.floor), high: toOneDigit(high, Math.ceil) };
  return { ...ends, isLogarithmic, ticks: logarithmicTicks(ends.low, ends.high) };
}

/** Whether a value can be drawn at all. */
export function hasPlace(value: number, isLogarithmic: boolean): boolean {
  return Number.isFinite(value) && (!isLogarithmic || value > 0);
}

/** From 0 at the lower end to 1 at the upper. */
export function shareOfHeight(value: number, { low, high, isLogarithmic }: VerticalAxis): number {
  const place = isLogarithmic ? Math.log10 : (one: number) => one;
  return (place(value) - place(low)) / (place(high) - place(low));
}

function between(ticks: readonly number[], isLogarithmic: boolean): VerticalAxis {
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, isLogarithmic, ticks };
}

function toOneDigit(value: number, round: (value: number) => number): number {
  const exponent = Math.floor(Math.log10(value));
  const digit = value / Number(`1e${exponent}`);
  const nearest = Math.round(digit);
  const isRound = Math.abs(digit - nearest) < TOLERANCE * digit;
  return Number(`${isRound ? nearest : round(digit)}e${exponent}`);
}

/** Of the height, what two ticks need so that their words do not touch in the lowest chart. */
const ROOM = 0.1;
const MOST_POWERS = 7;

function logarithmicTicks(low: number, high: number): number[] {
  const least = ROOM * Math.log10(high / low);
  const haveRoom = (ticks: readonly number[]) =>
    ticks.every(
      (tick, index) => index === 0 || Math.log10(tick / (ticks[index - 1] ?? 1)) >= least,
    );
  const each = digitsBetween(low, high, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const few = digitsBetween(low, high, [1, 2, 5]);
  return [each, few].find(haveRoom) ?? powersOfTen(low, high, MOST_POWERS);
}

function digitsBetween(low: number, high: number, digits: readonly number[]): number[] {
  const first = Math.floor(Math.log10(low));
  const decades = Math.floor(Math.log10(high)) - first + 1;
  return Array.from({ length: decades }, (_, decade) =>
    digits.map((digit) => Number(`${digit}e${first + decade}`)),
  )
    .flat()
    .filter((tick) => tick >= low && tick <= high);
}
