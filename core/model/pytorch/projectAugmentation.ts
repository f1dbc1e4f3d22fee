/**
 * augment.py of a PyTorch project: the experiment's augmentation as calls of what
 * resources/pytorch/augmentations.py and text_augmentations.py have.
 *
 * Printed as a person would write it, since it is there to be changed.
 */
import type { AugmentationDefinition } from '../../augmentation/AugmentationDefinition.ts';
import type { AugmentationStep } from '../../augmentation/AugmentationStep.ts';
import { prepareAugmentation } from '../../augmentation/prepareAugmentation.ts';
import type { Component, OptionValue } from '../../contract/ModelSpec.ts';
import { snakeCase } from './pytorchArguments.ts';

type Step = AugmentationStep<AugmentationDefinition>;

/** `augment` and `mix` are None where there is nothing to do. */
export function projectAugmentation(list: readonly Component[]): string {
  const { image, text, batch } = prepareAugmentation(list);
  // The samples of a dataset are images, or texts, or neither.
  const [type, samples] = text.length > 0 ? ['AugmentText', text] : ['Augment', image];
  return (
    HEAD +
    imported('augmentations', [
      ...(image.length > 0 ? ['Augment'] : []),
      ...(batch.length > 0 ? ['Mix'] : []),
      ...namesOf([...image, ...batch]),
    ]) +
    imported('text_augmentations', text.length > 0 ? ['AugmentText', ...namesOf(text)] : []) +
    `\naugment = ${called(type, samples)}\n\nmix = ${called('Mix', batch)}\n`
  );
}

const namesOf = (steps: readonly Step[]) =>
  steps.map(({ definition }) => definition.descriptor.type);

function imported(module: string, classes: readonly string[]): string {
  const names = [...new Set(classes)].sort();
  return names.length > 0 ? `from ${module} import ${listed(names)}\n` : '';
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
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (!Array.isArray(value))
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  const items = value.map(python);
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

const HEAD = `"""What happens to training samples each time they are used; None is nothing.

\`augment\` changes an image, uint8 [channels, height, width], or a text; \`mix\` the samples of a
minibatch with one another, and the loss with them. Descent draws from its own generator: samples are
like its own, not the same.
"""
`;
