/** What can be done to the list of augmentations: each a recipe for the experiment store. */
import type { OptionValue } from '../../../../core/contract/ModelSpec.ts';
import type { DraftExperiment } from '../../../state/experiment.ts';

type Recipe = (draft: DraftExperiment) => void;

export function addStep(type: string, at: number): Recipe {
  return ({ spec }) => {
    spec.augmentation.splice(at, 0, { type, options: {} });
  };
}

/** Where a new step goes: behind all others, but before those that mix whole minibatches. */
export function placeOfNew(
  type: string,
  steps: readonly { readonly type: string }[],
  isBatch: (type: string) => boolean,
): number {
  const first = steps.findIndex((step) => isBatch(step.type));
  return first === -1 || isBatch(type) ? steps.length : first;
}

export function removeStep(at: number): Recipe {
  return ({ spec }) => {
    spec.augmentation.splice(at, 1);
  };
}

/** `to` is the position in the list without the step that moves. */
export function moveStep(from: number, to: number): Recipe {
  return ({ spec }) => {
    const [step] = spec.augmentation.splice(from, 1);
    if (step) spec.augmentation.splice(to, 0, step);
  };
}

/** Undefined takes the option out, so that its default counts. */
export function setStepOption(at: number, name: string, value: OptionValue | undefined): Recipe {
  return ({ spec }) => {
    const step = spec.augmentation[at];
    if (!step) return;
    if (value === undefined) delete step.options[name];
    else step.options[name] = value;
  };
}
