/** What the layers say of their cost, against the graph that is computed. */
import { expect, test } from 'vitest';
import { readGolden } from '../golden/testing/readGolden.ts';
import { input } from '../graph/ops.ts';
import { program } from '../graph/Program.ts';
import { sizeOf, type Tensor } from '../graph/Tensor.ts';
import { applyModel } from './applyModel.ts';
import { buildLayer } from './buildModel.ts';

/** With a learned weight as the second factor: outputs times the terms of each. */
function productsOf({ op, shape, inputs: [a, b] }: Tensor): number {
  if (b?.op.kind !== 'input') return 0;
  if (op.kind === 'matmul') return sizeOf(shape) * (a?.shape[op.transposeA ? 0 : 1] ?? 0);
  return op.kind === 'conv2d' ? sizeOf(shape) * sizeOf(b.shape.slice(1)) : 0;
}

const cases = readGolden('layers').cases.filter(({ mode }) => mode === 'inference');

test.each(cases.map((one) => [one.layer.type, one.inputShape, one.layer] as const))(
  '%s on %j counts the products of its graph',
  (_, inputShape, layer) => {
    const sampleShape = inputShape.slice(1);
    const built = buildLayer(layer, sampleShape, [0]);
    const model = {
      inputShape: sampleShape,
      outputShape: built.outputShape,
      layers: [built.layer],
      parameters: built.parameters,
      buffers: built.buffers,
    };
    const { output } = applyModel(model, input('input', [1, ...sampleShape]), 'inference');
    const counted = program({ output }).order.reduce((sum, node) => sum + productsOf(node), 0);
    expect(built.layer.multiplyAdds).toBe(counted);
  },
);
