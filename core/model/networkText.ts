/** A network, or a part of one, as text that other programs read, and back. */
import { z } from 'zod';
import { LayerSpec, type ModelSpec } from '../contract/ModelSpec.ts';
import type { NetworkFormat, NetworkText } from '../contract/NetworkText.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Shape } from '../graph/Tensor.ts';
import { buildModel } from './buildModel.ts';
import { formatPath } from './formatPath.ts';
import { printKeras } from './keras/printKeras.ts';
import { modelSpecOf } from './modelSpecOf.ts';
import { parseJson } from './parseJson.ts';
import { parseSequential } from './pytorch/parseSequential.ts';
import { printSequential } from './pytorch/printSequential.ts';
import { textError } from './pytorch/textError.ts';

/**
 * The layers from `first` on, `count` of them. Sizes that follow from the layer before are written
 * out, for which the network must fit its input; JSON is as the experiment has it.
 *
 * Throws StudioError `invalid-experiment` at the layer that does not fit.
 */
export function writeNetwork(
  spec: ModelSpec,
  sampleShape: Shape | null,
  {
    format,
    first = 0,
    count = spec.layers.length,
  }: {
    readonly format: NetworkFormat;
    readonly first?: number | undefined;
    readonly count?: number | undefined;
  },
): NetworkText {
  const part = <T>(layers: readonly T[]) => layers.slice(first, first + count);
  if (format === 'json') {
    const text = `${JSON.stringify({ layers: part(spec.layers) }, null, 2)}\n`;
    return { text, unsupported: [] };
  }
  if (!sampleShape) {
    throw new StudioError('invalid-experiment', 'The shape of a sample is not known yet.', {
      where: 'dataset',
      hint: 'Mend what the data screen says first.',
    });
  }
  const model = buildModel(spec, sampleShape);
  if (format === 'keras') {
    const { text, unsupported } = printKeras({ layers: part(model.layers) }, first);
    return { text, unsupported: [...unsupported] };
  }
  const text = printSequential({ layers: part(modelSpecOf(model).layers) });
  return { text: `${text}\n`, unsupported: [] };
}

const Layers = z.array(LayerSpec).min(1).max(1000);

/**
 * Layers from PyTorch's text, as parseSequential reads it: `nn.Sequential(...)`, a list of layers or
 * layers alone, a class around its one Sequential, what `print` shows. Or from JSON: a list of layers,
 * or anything that has one under `layers` or `model`.
 *
 * Throws StudioError `invalid-model` with line and column.
 */
export function readNetwork(text: string): LayerSpec[] {
  const trimmed = text.trimStart();
  if (trimmed === '') {
    throw textError({ line: 1, column: 1 }, 'The text is empty.', 'Paste nn.Sequential(...).');
  }
  // A list of Python's begins with a layer's name, and JSON's with a bracket.
  if (!trimmed.startsWith('{') && !/^\[\s*[^\s\w#]/.test(trimmed)) {
    return [...parseSequential(text).layers];
  }
  const json = jsonOf(text);
  refuseNewer(json);
  const { layers, at } = layersOf(json);
  const parsed = Layers.safeParse(layers);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = formatPath([...at, ...(issue?.path ?? [])]) ?? 'layers';
  throw new StudioError('invalid-model', `The JSON holds no layers at ${place}.`, {
    where: place,
    hint: 'A layer is written as {"type": "Linear", "options": {"outFeatures": 10}}.',
  });
}

/** Of layers on the clipboard, which name their format. */
function refuseNewer(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('format' in value)) return;
  if (value.format !== 'descent-layers' || !('version' in value) || value.version === 1) return;
  throw new StudioError(
    'invalid-model',
    `The layers were copied in version ${JSON.stringify(value.version)}. This studio knows version 1.`,
    { where: 'version', hint: 'Copy them again in this studio, or paste nn.Sequential(...).' },
  );
}

function layersOf(
  value: unknown,
  at: readonly string[] = [],
): { layers: unknown; at: readonly string[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { layers: value, at };
  }
  if ('layers' in value) return { layers: value.layers, at: [...at, 'layers'] };
  if ('model' in value) return layersOf(value.model, [...at, 'model']);
  return { layers: undefined, at: [...at, 'layers'] };
}

function jsonOf(text: string): unknown {
  const parsed = parseJson(text);
  if ('value' in parsed) return parsed.value;
  throw textError(parsed.fault, 'The text is not JSON from here on.');
}
