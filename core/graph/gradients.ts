/**
 * Reverse mode on the graph: from a loss to the gradients of its parameters, as more graph.
 *
 * Tensors are visited from the loss backwards, each when all that use it have given their share.
 * Only what lies between a parameter and the loss is visited, so constants, data and masks cost
 * nothing.
 */
import { ShapeMismatchError } from './errors.ts';
import { gradientRuleOf } from './gradientRules.ts';
import { plus } from './lean.ts';
import { constant } from './ops.ts';
import { topologicalOrder } from './Program.ts';
import type { Tensor } from './Tensor.ts';

/**
 * scale · ∂loss/∂parameter for each parameter, in their order, each in its parameter's shape.
 *
 * A parameter that the loss does not depend on gets zeros. Parameters may be any tensors of the
 * graph, not only inputs. `scale`, a scalar, joins where the backward pass begins, on the fewest
 * values that there are. Throws ShapeMismatchError when the loss or the scale is not a scalar.
 */
export function gradients(
  loss: Tensor,
  parameters: readonly Tensor[],
  scale: Tensor = constant(1),
): Tensor[] {
  if (loss.shape.length > 0) throw new ShapeMismatchError('gradients', 'a scalar loss', loss.shape);
  if (scale.shape.length > 0) {
    throw new ShapeMismatchError('gradients', 'a scalar scale', scale.shape);
  }
  const order = topologicalOrder([loss]);
  const dependent = dependents(order, new Set(parameters));
  const total = new Map<Tensor, Tensor>([[loss, scale]]);
  for (const y of order.reverse()) {
    const g = total.get(y);
    const rule = gradientRuleOf(y.op);
    if (!g || !rule || !dependent.has(y)) continue;
    for (const [position, share] of rule(y, g).entries()) {
      const x = y.inputs[position];
      if (!share || !dependent.has(x)) continue;
      const before = total.get(x);
      total.set(x, before ? plus(before, share) : share);
    }
  }
  return parameters.map((parameter) => total.get(parameter) ?? constant(0, parameter.shape));
}

/** All tensors through which a gradient can flow to a parameter, the parameters among them. */
function dependents(order: readonly Tensor[], parameters: ReadonlySet<Tensor>): Set<Tensor> {
  const found = new Set<Tensor>();
  for (const tensor of order) {
    const passes = gradientRuleOf(tensor.op) && tensor.inputs.some((x) => found.has(x));
    if (parameters.has(tensor) || passes) found.add(tensor);
  }
  return found;
}
