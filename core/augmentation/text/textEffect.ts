/**
 * How much text augmentations change of what the model sees: a word moved is nothing to a bag of
 * words, and a synonym nothing where the vocabulary knows neither.
 *
 * Texts are taken one by one, so that no more than one is held; what is drawn is what training draws
 * at the same address.
 */
import { createTextWriter } from '../../text/createTextWriter.ts';
import type { FittedText } from '../../text/FittedText.ts';
import { textOf } from './Passage.ts';
import { createTextAugmenter, type TextStep } from './TextAugmenter.ts';

export interface TextChange {
  /** Share of texts that read otherwise. */
  readonly changedTexts: number;
  /** Share of texts whose input differs in at least one value. */
  readonly changed: number;
  /**
   * Mean of |change| over all values, in standard deviations of the unchanged input; of token
   * numbers, which have no distances, the share that differs.
   */
  readonly change: number;
}

export interface TextEffect {
  /** Texts that were looked at. */
  readonly samples: number;
  /** Of the whole list. */
  readonly together: TextChange;
  /** Of each step alone, in the order of the list. */
  readonly steps: readonly TextChange[];
}

export interface TextSample {
  /** In its dataset. */
  readonly index: number;
  readonly text: string;
}

export function textEffect(
  samples: Iterable<TextSample>,
  steps: readonly TextStep[],
  fitted: FittedText,
  { seed, epoch }: { readonly seed: number; readonly epoch: number },
): TextEffect {
  const writer = createTextWriter(fitted);
  const size = writer.shape.reduce((product, axis) => product * axis, 1);
  const before = new Float32Array(size);
  const after = new Float32Array(size);
  const difference = writer.numEmbeddings === null ? distance : differing;
  const lists = [steps, ...steps.map((step) => [step])];
  const meters = lists.map((list) => ({ augmenter: createTextAugmenter(list), ...zero() }));
  const spread = { sum: 0, squares: 0 };
  let count = 0;
  for (const { index, text } of samples) {
    count++;
    writer.write(text, before, 0);
    addSpread(spread, before);
    for (const meter of meters) {
      const drawn = meter.augmenter.draw({ seed, epoch, index }, text);
      const result = textOf(meter.augmenter.apply(drawn, text));
      if (result === text) continue;
      writer.write(result, after, 0);
      const change = difference(before, after);
      meter.changedTexts++;
      if (change > 0) meter.changed++;
      meter.change += change;
    }
  }
  const values = Math.max(1, count * size);
  const unit = writer.numEmbeddings === null ? deviation(spread, values) : 1;
  const [together, ...alone] = meters.map(
    ({ changedTexts, changed, change }): TextChange => ({
      changedTexts: changedTexts / Math.max(1, count),
      changed: changed / Math.max(1, count),
      change: unit === 0 ? 0 : change / values / unit,
    }),
  );
  return { samples: count, together, steps: alone };
}

const zero = () => ({ changedTexts: 0, changed: 0, change: 0 });

function addSpread(spread: { sum: number; squares: number }, values: Float32Array): void {
  for (const value of values) {
    spread.sum += value;
    spread.squares += value * value;
  }
}

function deviation({ sum, squares }: { sum: number; squares: number }, count: number): number {
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

function distance(before: Float32Array, after: Float32Array): number {
  let total = 0;
  for (let i = 0; i < before.length; i++) total += Math.abs(after[i] - before[i]);
  return total;
}

function differing(before: Float32Array, after: Float32Array): number {
  let total = 0;
  for (let i = 0; i < before.length; i++) total += after[i] === before[i] ? 0 : 1;
  return total;
}
