/**
 * Whether a column was scaled with statistics of all samples before it came here: then those of the
 * validation and test samples are in every training sample.
 *
 * Only what can be seen is said: a mean of 0 with a deviation of 1, or a range of exactly 0 to 1,
 * over all samples, to more digits than chance gives.
 */
export type Scaling = 'standardized' | 'min-max';

const STANDARD_TOLERANCE = 1e-3;
/** A few numbers between 0 and 1 are no sign of scaling; shares and switches look like that, too. */
const FEWEST_SAMPLES = 30;
const FEWEST_VALUES = 10;

export function scaledBeforehand(values: Float32Array): Scaling | null {
  const present = values.filter((value) => !Number.isNaN(value));
  if (present.length < FEWEST_SAMPLES || new Set(present).size < FEWEST_VALUES) return null;
  const n = present.length;
  const mean = present.reduce((sum, value) => sum + value, 0) / n;
  const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // Divided by n or by n - 1, whichever was used.
  const deviations = [Math.sqrt(squares / n), Math.sqrt(squares / (n - 1))];
  const isUnit = deviations.some((deviation) => Math.abs(deviation - 1) < STANDARD_TOLERANCE);
  if (Math.abs(mean) < STANDARD_TOLERANCE && isUnit) return 'standardized';
  let [minimum, maximum] = [present[0], present[0]];
  for (const value of present) {
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return minimum === 0 && Math.abs(maximum - 1) < 1e-6 ? 'min-max' : null;
}
