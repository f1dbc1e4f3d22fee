/**
 * Whether the GPU can hold each tensor of a training: a buffer of it has a largest size, however much
 * memory there is.
 */
import type { LayerReport, Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { type Shape, sizeOf } from '../graph/Tensor.ts';
import { buildModel } from '../model/buildModel.ts';
import { caught } from './caught.ts';

const BYTES = 4;

const count = (value: number) => value.toLocaleString('en-US');

/**
 * Refuses the device `gpu` where a parameter, or a layer's output of one minibatch, is larger than
 * `largestBuffer` bytes; names the largest. Intermediate results inside a layer are not looked at:
 * what they exceed shows when the step is compiled, and the CPU takes over.
 */
export function checkDeviceLimits(
  spec: ExperimentSpec,
  layers: readonly LayerReport[],
  largestBuffer: number,
): Problem[] {
  const { batchSize } = spec.training;
  const tensors = [
    ...parametersOf(spec, layers[0]?.inputShape ?? null),
    ...layers.map(({ index, type, outputShape }) => ({
      what: `the output of layer ${index} (${type}) for a minibatch of ${count(batchSize)}`,
      bytes: BYTES * batchSize * sizeOf(outputShape ?? [0]),
    })),
  ];
  const largest = tensors.reduce((a, b) => (b.bytes > a.bytes ? b : a), { what: '', bytes: 0 });
  if (largest.bytes <= largestBuffer) return [];
  const message =
    `This GPU holds at most ${count(largestBuffer)} bytes in one piece, and ${largest.what} ` +
    `needs ${count(largest.bytes)}. Choose the CPU, narrower layers or a smaller batch size.`;
  return [{ severity: 'error', where: 'device', message }];
}

function parametersOf({ model }: ExperimentSpec, inputShape: Shape | null) {
  const tensors: { readonly what: string; readonly bytes: number }[] = [];
  // A model that cannot be built stands among the problems already.
  caught(() => {
    if (!inputShape) return;
    for (const { name, shape } of buildModel(model, inputShape).parameters) {
      const index = Number(name.split('.')[0]);
      const what = `"${name}" of layer ${index} (${model.layers[index]?.type ?? ''})`;
      tensors.push({ what, bytes: BYTES * sizeOf(shape) });
    }
  });
  return tensors;
}
