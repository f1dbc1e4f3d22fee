/** `descent augment EXPERIMENT`: what is drawn for a sample, epoch by epoch, and what it changes. */
import type { AugmentationEffect } from '../../../core/contract/AugmentationEffect.ts';
import type { AppliedStep } from '../../../core/contract/AugmentationPreview.ts';
import { studioPaths } from '../../paths.ts';
import { createBundledExperiments } from '../../service/library/bundledExperiments.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { formatCount, formatShare, formatTable } from '../format.ts';
import { readExperiment } from '../readExperiment.ts';

export interface AugmentOptions {
  /** The first one that is trained on if absent. */
  readonly sample?: string;
  readonly epochs: string;
  readonly seed?: string;
}

export async function augmentCommand(
  context: CommandContext,
  experiment: string,
  { sample, epochs, seed }: AugmentOptions,
): Promise<void> {
  const bundled = createBundledExperiments(studioPaths().resources);
  const spec = readExperiment(experiment, bundled, seed === undefined ? {} : { seed });
  const count = Number(epochs);
  const wish = {
    samples: [Number(sample ?? 0)],
    among: sample === undefined ? ('training' as const) : ('dataset' as const),
    epochs: Array.from({ length: count > 0 ? Math.min(count, 64) : 0 }, (_, at) => at + 1),
  };
  const { preview, effect } = await withStudio(context, async ({ request }) => ({
    preview: await request('augmentation.preview', { spec, ...wish }),
    effect: await request('augmentation.effect', { spec }),
  }));
  const { terminal, json } = context;
  if (!json && effect.steps.length === 0) {
    terminal.line(`${spec.name} has no transform: its training samples stay as they are.`);
    terminal.line('Add one to "augmentation" in its file, such as { "type": "RandomRotation" }.');
    return;
  }
  for (const { index, trainingPlace, variants } of preview.samples) {
    if (!json) terminal.line(titleOf(index, trainingPlace !== null));
    for (const { epoch, steps } of variants) {
      if (json) terminal.json({ event: 'variant', sample: index, epoch, steps });
      else terminal.line(`epoch ${epoch}  ${wordsOf(steps)}`);
    }
  }
  if (json) {
    terminal.json({ experiment: spec.name, ...effect });
    return;
  }
  terminal.line();
  for (const line of effectTable(effect)) terminal.line(line);
}

function titleOf(index: number, isTrained: boolean): string {
  if (isTrained) return `Sample ${index}, as epochs train on it:`;
  return `Sample ${index} is not in the training split: no epoch changes it. It would become:`;
}

function wordsOf(steps: readonly AppliedStep[]): string {
  const words = steps.flatMap(({ text }) => (text ? [text.en] : []));
  return words.length > 0 ? words.join('; ') : 'as it is';
}

function effectTable({ samples, steps, together }: AugmentationEffect): string[] {
  const rows = [...steps, { type: 'together', ...together }].map(({ type, changed, change }) => [
    type,
    formatShare(changed),
    change.toFixed(3),
  ]);
  const header = [`of ${formatCount(samples)} samples`, 'changed', 'standard deviations'];
  return formatTable([header, ...rows]);
}
