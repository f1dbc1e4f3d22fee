/**
 * Where on a slider a value stands. Linear, in steps that read well; by equal factors where the upper
 * bound is so many times the lower one that a linear slider would give half its way to the largest.
 */
interface SliderScaleOptions {
  readonly minimum: number;
  readonly maximum: number;
  readonly integer: boolean;
  /** Of integers; 1 when left out. */
  readonly step?: number | undefined;
}

export interface SliderScale {
  /** Bounds and step of positions. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly positionOf: (value: number) => number;
  readonly valueAt: (position: number) => number;
}

/** Of a slider that goes over fractions. */
const STEPS = 200;
const MANY_TIMES = 50;

export function sliderScale(options: SliderScaleOptions): SliderScale {
  const { minimum, maximum, integer, step = 1 } = options;
  if (integer || minimum <= 0 || maximum / minimum < MANY_TIMES) {
    return {
      min: minimum,
      max: maximum,
      step: integer ? step : niceStep((maximum - minimum) / STEPS),
      positionOf: (value) => value,
      valueAt: (position) => Number(position.toPrecision(12)),
    };
  }
  const times = Math.log(maximum / minimum);
  return {
    min: 0,
    max: STEPS,
    step: 1,
    positionOf: (value) =>
      Math.round((STEPS * Math.log(Math.max(value, minimum) / minimum)) / times),
    valueAt: (position) => Number((minimum * Math.exp((times * position) / STEPS)).toPrecision(3)),
  };
}

/** 1, 2 or 5 times a power of ten, so that values read well. */
function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 5, 10].find((one) => one * power >= size) ?? 10;
  return Number((factor * power).toPrecision(6));
}
