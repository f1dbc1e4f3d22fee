/**
 * augment.py of a PyTorch project: the experiment's augmentation as calls of what
 * resources/pytorch/augmentations.py has.
 *
 * Printed as a person would write it, since it is there to be changed. Texts are words no more by the
 * time PyTorch sees them: what is done to those is named in the README instead.
 */
import type { AugmentationDefinition } from '../../augmentation/AugmentationDefinition.ts';
import type { AugmentationStep } from '../../augmentation/AugmentationStep.ts';
import { prepareAugmentation } from '../../augmentation/prepareAugmentation.ts';
import type { Component, OptionValue } from '../../contract/ModelSpec.ts';
import { snakeCase } from './pytorchArguments.ts';

export interface ProjectAugmentation {
  /** augment.py; `augment` and `mix` are None where there is nothing to do. */
  readonly module: string;
  /** Types that it has and has not, in the order of the list. */
  readonly carried: readonly string[];
  readonly missing: readonly string[];
}

type Step = AugmentationStep<AugmentationDefinition>;

export function projectAugmentation(list: readonly Component[]): ProjectAugmentation {
  const { image, text, batch } = prepareAugmentation(list);
  const namesOf = (steps: readonly Step[]) =>
    steps.map(({ definition }) => definition.descriptor.type);
  const carried = namesOf([...image, ...batch]);
  const classes = [
    ...(image.length > 0 ? ['Augment'] : []),
    ...(batch.length > 0 ? ['Mix'] : []),
    ...carried,
  ];
  const names = [...new Set(classes)].sort();
  const imports = names.length > 0 ? `from augmentations import ${listed(names)}\n\n` : '';
  const module = `${HEAD}${imports}augment = ${called('Augment', image)}\n\nmix = ${called('Mix', batch)}\n`;
  return { module, carried, missing: namesOf(text) };
}

function listed(names: readonly string[]): string {
  const line = names.join(', ');
  return line.length < 70 ? line : `(\n${names.map((name) => `    ${name},\n`).join('')})`;
}

function called(type: string, steps: readonly Step[]): string {
  if (steps.length === 0) return 'None';
  return `${type}(\n${steps.map((step) => `    ${printed(step)},\n`).join('')})`;
}

function printed({ definition, options }: Step): string {
  const values = Object.entries(options).map(([name, value]) => {
    return `${snakeCase(name)}=${python(value)}`;
  });
  return `${definition.descriptor.type}(${values.join(', ')})`;
}

function python(value: OptionValue): string {
  return Array.isArray(value) ? `(${value.join(', ')})` : String(value);
}

const HEAD = `"""What happens to training samples each time they are used; None is nothing.

\`augment\` changes an image, uint8 [channels, height, width]; \`mix\` the samples of a minibatch with one
another, and the loss with them. Descent draws from its own generator: samples are like its own, not
the same.
"""
`;
