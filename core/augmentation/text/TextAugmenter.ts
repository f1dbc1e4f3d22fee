/**
 * Draws and applies a list of text augmentations, one text after the other.
 *
 * Drawing and applying are apart; but unlike an image, a text decides what can be drawn, and each
 * step draws from what the steps before it left. What was drawn never brings the text back to where
 * it was: a last step that would undo the others is left out.
 */
import { seedAt } from '../../random/randomAt.ts';
import { Xoshiro128 } from '../../random/Xoshiro128.ts';
import { type AugmentationStep, type DrawnStep, isOn } from '../AugmentationStep.ts';
import type { SampleAddress } from '../SampleAddress.ts';
import { type Passage, passageOf, textOf } from './Passage.ts';
import type { TextAugmentation } from './TextAugmentation.ts';

export type TextStep = AugmentationStep<TextAugmentation>;
export type DrawnTextStep = DrawnStep<TextAugmentation>;

export interface TextAugmenter {
  /** One entry a step, in the order of the list; depends on address, options and text alone. */
  draw(address: SampleAddress, text: string): DrawnTextStep[];
  /** The text with what was drawn from it done; `textOf` makes a text of it again. */
  apply(drawn: readonly DrawnTextStep[], text: string): Passage;
}

export function createTextAugmenter(steps: readonly TextStep[]): TextAugmenter {
  const random = new Xoshiro128([1, 0, 0, 0]);
  return {
    draw(address, text) {
      const drawn: DrawnTextStep[] = [];
      let passage = passageOf(text);
      for (const step of steps) {
        seedAt(random, { ...address, stream: 'augment', part: step.part });
        const { definition, options } = step;
        const own = isOn(step, random) ? definition.draw(random, options, passage) : null;
        if (own) passage = definition.apply(passage, own);
        drawn.push({ step, drawn: own });
      }
      return textOf(passage) === text ? withoutLast(drawn) : drawn;
    },
    apply: (drawn, text) =>
      drawn.reduce(
        (passage, { step, drawn: own }) => (own ? step.definition.apply(passage, own) : passage),
        passageOf(text),
      ),
  };
}

/** The last step that did anything brought the text back, so that without it the text differs. */
function withoutLast(steps: readonly DrawnTextStep[]): DrawnTextStep[] {
  const last = steps.findLastIndex(({ drawn }) => drawn !== null);
  return steps.map((one, at) => (at === last ? { ...one, drawn: null } : one));
}
