/** The card of a model as Markdown: what the file knows, and places for what only people know. */
import type { SplitMetrics } from '../contract/RunRecord.ts';
import { formatShape } from '../graph/Tensor.ts';
import { countValues } from './buildModel.ts';
import type { ModelFile } from './ModelFile.ts';

/** Markdown, `# ` title first. */
export function modelCard(file: ModelFile): string {
  const { input, output, model, provenance, card, testVectors } = file;
  const { dataset, splits, seed, epoch, metrics, createdAt } = provenance;
  const gives =
    output.kind === 'class'
      ? `${output.labels.length} logits for "${output.name}": ${output.labels.slice(0, 20).join(', ')}`
      : `one number, "${output.name}"`;
  return [
    `# ${provenance.experiment}`,
    '## Model',
    list([
      ['Input', `${input.kind} of shape ${formatShape(input.sampleShape)}`],
      ['Output', gives],
      ['Layers', model.layers.map(({ type }) => type).join(' → ')],
      ['Parameters', count(countValues(model.parameters))],
      ['Remembered values', count(countValues(model.buffers))],
    ]),
    '## Data',
    list([
      ['Dataset', dataset.name],
      ['sha256', `\`${dataset.hash}\``],
      [
        'Split',
        `${count(splits.train)} training, ${count(splits.validation)} validation, ` +
          `${count(splits.test)} test`,
      ],
      ['Test vectors', `${testVectors.samples.length} samples of the validation split are inside`],
    ]),
    '## Measured',
    list([
      ['Training', inWords(metrics.train)],
      ['Validation', inWords(metrics.validation)],
    ]),
    'The weights are those of the epoch with the lowest validation loss, so the validation figures ' +
      'are slightly optimistic.',
    '## Intended use',
    card.intendedUse || 'Not stated. To be filled in by whoever publishes the model.',
    '## Limitations',
    card.limitations || 'Not stated. To be filled in by whoever publishes the model.',
    '## Made by',
    list([
      ['Run', `${provenance.run}, epoch ${epoch}, seed ${seed}`],
      ['Date', formatDate(createdAt)],
      ['Versions', `Descent ${provenance.studio}; ${provenance.executor}`],
    ]),
    '',
  ].join('\n\n');
}

/** A hostile file may name a day that no calendar has. */
function formatDate(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? 'unknown' : date.toISOString().slice(0, 10);
}

const list = (rows: readonly (readonly [string, string])[]) =>
  rows.map(([name, value]) => `- ${name}: ${value}`).join('\n');

const count = (value: number) => value.toLocaleString('en-US');

function inWords({ loss, accuracy }: SplitMetrics): string {
  const text = `loss ${Number.isFinite(loss) ? loss.toPrecision(6) : 'not finite'}`;
  return accuracy === null ? text : `${text}, accuracy ${(100 * accuracy).toFixed(2)} %`;
}
