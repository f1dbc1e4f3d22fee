/**
 * Shapes and counts of every layer, as far as they can be known, with the problems at the layer at
 * fault.
 *
 * Behind an error shapes are unknown, but each layer's own options are still checked. What a refused
 * block holds is known as far as the fault in it.
 */
import { parseOptions } from '../catalog/parseOptions.ts';
import type { DatasetTarget } from '../contract/DatasetInfo.ts';
import type { LayerReport, Problem } from '../contract/ExperimentReport.ts';
import { type LayerPath, layerPlace } from '../contract/layerPath.ts';
import type { LayerSpec, ModelSpec } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { formatShape, type Shape } from '../graph/Tensor.ts';
import { LayerInputError } from '../layers/refuseShape.ts';
import { layerDefinition } from '../layers/registry.ts';
import { buildLayer, buildModel, checkHeldLayers, type ModelLayer } from '../model/buildModel.ts';
import { caught } from './caught.ts';
import { checkTokens } from './checkTokens.ts';
import type { ExperimentFacts } from './ExperimentFacts.ts';

export interface ModelReport {
  readonly layers: LayerReport[];
  readonly problems: Problem[];
}

const noLayer: Problem = {
  severity: 'error',
  where: 'model.layers',
  message: 'The model has no layer yet. Add one, or begin with a template.',
};

/** Without facts, or where they do not know, no shape is known, and only options are checked. */
export function checkModel(
  spec: ModelSpec,
  target: DatasetTarget,
  facts: ExperimentFacts | null,
): ModelReport {
  const layers: LayerReport[] = [];
  const problems: Problem[] = [];
  const inputShape = facts?.inputShape ?? null;
  let shape: Shape | null = inputShape;
  for (const [index, layer] of spec.layers.entries()) {
    const report: LayerReport = unknownLayer(index, layer.type, shape);
    const before = shape;
    const source = index === 0 ? 'the dataset' : spec.layers[index - 1].type;
    const refused = caught(() => {
      if (!before) return checkOptions(layer, [index]);
      const built = namingSource(source, () => buildLayer(layer, before, [index]).layer);
      Object.assign(report, reportOf(built, index));
    });
    if (before && refused.length > 0) Object.assign(report, heldBy(layer, before, [index]));
    problems.push(...refused);
    layers.push(report);
    shape = report.outputShape;
  }
  if (spec.layers.length === 0) return { layers, problems: [noLayer] };
  if (shape && inputShape) {
    problems.push(...caught(() => buildModel(spec, inputShape)));
    problems.push(...checkOutput(shape, target, spec.layers.length - 1));
  }
  problems.push(...checkTokens(spec, facts?.numEmbeddings ?? null));
  return { layers, problems };
}

/** Of a refused block: the layers in it, as far as they are known, and what they count together. */
function heldBy(
  { layers: specs }: LayerSpec,
  inputShape: Shape,
  outer: LayerPath,
): Partial<LayerReport> {
  if (!specs) return {};
  let shape: Shape | null = inputShape;
  const layers = specs.map((spec, index) => {
    const before: Shape | null = shape;
    const path = [...outer, index];
    const report = unknownLayer(index, spec.type, before);
    if (before) {
      const work = () =>
        Object.assign(report, reportOf(buildLayer(spec, before, path).layer, index));
      if (caught(work).length > 0) Object.assign(report, heldBy(spec, before, path));
    }
    shape = report.outputShape;
    return report;
  });
  const total = (count: 'parameters' | 'bufferValues' | 'activationValues' | 'multiplyAdds') =>
    layers.reduce((sum, layer) => sum + layer[count], 0);
  return {
    layers,
    parameters: total('parameters'),
    bufferValues: total('bufferValues'),
    activationValues: total('activationValues'),
    multiplyAdds: total('multiplyAdds'),
  };
}

function reportOf(layer: ModelLayer, index: number): LayerReport {
  return {
    index,
    type: layer.type,
    inputShape: [...layer.inputShape],
    outputShape: [...layer.outputShape],
    parameters: layer.parameterCount,
    bufferValues: layer.bufferCount,
    activationValues: layer.valueCount,
    multiplyAdds: layer.multiplyAdds,
    shares: null,
    memory: null,
    ...(layer.layers && { layers: layer.layers.map(reportOf) }),
  };
}

function unknownLayer(index: number, type: string, inputShape: Shape | null): LayerReport {
  return {
    index,
    type,
    inputShape: inputShape && [...inputShape],
    outputShape: null,
    parameters: 0,
    bufferValues: 0,
    activationValues: 0,
    multiplyAdds: 0,
    shares: null,
    memory: null,
  };
}

/** A shape that does not fit is said with where it comes from; inside a block that is not known. */
function namingSource<T>(source: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof StudioError) || !(error.cause instanceof LayerInputError)) throw error;
    const { code, where, hint, cause } = error;
    if (where === null || where.split('.layers[').length > 2) throw error;
    throw new StudioError(code, cause.comingFrom(source), { where, hint, cause });
  }
}

function checkOptions(layer: LayerSpec, path: LayerPath): void {
  const where = layerPlace(path);
  const { descriptor } = layerDefinition(layer.type, where);
  checkHeldLayers(descriptor, layer, where);
  parseOptions(descriptor, layer.options, where);
  for (const [index, inner] of (layer.layers ?? []).entries())
    checkOptions(inner, [...path, index]);
}

/** The dataset decides what the last layer must give. */
function checkOutput(shape: Shape, target: DatasetTarget, last: number): Problem[] {
  const wanted = target.kind === 'class' ? target.labels.length : 1;
  if (shape.length === 1 && shape[0] === wanted) return [];
  const reason =
    target.kind === 'class'
      ? `one for each of the ${wanted} classes of the dataset`
      : `the number "${target.name}"`;
  const outputs = wanted === 1 ? '1 output' : `${wanted} outputs`;
  const message = `The model must end in ${outputs}, ${reason}. Received ${formatShape(shape)}.`;
  return [{ severity: 'error', where: `model.layers[${last}]`, message }];
}
