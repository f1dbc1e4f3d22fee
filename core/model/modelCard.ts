/** The card of a model as Markdown: what the file knows, and places for what only people know. */
import type { SplitMetrics } from '../contract/RunRecord.ts';
import { formatShape } from '../graph/Tensor.ts';
import type { Preprocessor } from '../preprocessing/Preprocessor.ts';
import { countValues } from './buildModel.ts';
import type { ModelFile } from './ModelFile.ts';

const MOST_NAMES = 20;

const fitInWords = {
  stretch: 'stretched',
  crop: 'cropped around the centre and resized',
  pad: 'resized and padded with black',
} as const;

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
      ['Input', inputInWords(input, model.inputShape)],
      ['Preprocessing', preprocessingInWords(input)],
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
      ...(dataset.fit ? [['Images of another size', fitInWords[dataset.fit]] as const] : []),
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

function inputInWords(input: Preprocessor, inputShape: readonly number[]): string {
  switch (input.kind) {
    case 'image':
      return `image of shape ${formatShape(input.sampleShape)}`;
    case 'table': {
      const names = input.columns.slice(0, MOST_NAMES).map(({ name }) => name);
      const more = input.columns.length - names.length;
      if (more > 0) names.push(`${more} more`);
      return `${count(input.columns.length)} columns: ${names.join(', ')}`;
    }
    case 'text':
      return `text, encoded as ${formatShape(inputShape)}`;
    default:
      return input satisfies never;
  }
}

function preprocessingInWords(input: Preprocessor): string {
  switch (input.kind) {
    case 'image':
      return 'all pixels scaled by one pair of numbers';
    case 'table': {
      const categories = input.columns.filter(({ type }) => type === 'category').length;
      const filled = input.columns.filter(({ missing }) => missing !== null).length;
      return (
        `${count(input.columns.length - categories)} columns scaled, ${count(categories)} as 0 and 1 ` +
        `for each label; ${count(filled)} may be missing`
      );
    }
    case 'text': {
      const { tokenizer, vectorizer, terms } = input;
      return `${tokenizer.type}, ${vectorizer.type}, a vocabulary of ${count(terms.length)} terms`;
    }
    default:
      return input satisfies never;
  }
}

const list = (rows: readonly (readonly [string, string])[]) =>
  rows.map(([name, value]) => `- ${name}: ${value}`).join('\n');

const count = (value: number) => value.toLocaleString('en-US');

function inWords({ loss, accuracy }: SplitMetrics): string {
  const text = `loss ${Number.isFinite(loss) ? loss.toPrecision(6) : 'not finite'}`;
  return accuracy === null ? text : `${text}, accuracy ${(100 * accuracy).toFixed(2)} %`;
}
