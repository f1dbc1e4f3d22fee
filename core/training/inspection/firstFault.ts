/**
 * The first number of an iteration that is not finite, in the order in which they are computed:
 * input, outputs forward, loss, gradients backward, then the state behind the update.
 */
import type { LayerPath } from '../../contract/layerPath.ts';
import type { InspectedLayer, Inspection, State } from './Inspector.ts';

export type FaultKind =
  | 'input'
  | 'output'
  | 'loss'
  | 'outputGradient'
  | 'gradient'
  | 'optimizer'
  | 'parameter'
  | 'buffer';

export interface Fault {
  readonly kind: FaultKind;
  /** NaN or infinite. */
  readonly value: number;
  /** Null for the input and the loss. */
  readonly layer: FaultyLayer | null;
  /** The parameter, buffer or optimizer slot; null for others. */
  readonly tensor: string | null;
}

export interface FaultyLayer {
  readonly path: LayerPath;
  readonly type: string;
}

/** Null where everything is finite. */
export function firstFault(inspection: Inspection): Fault | null {
  const { input, loss, layers } = inspection;
  const value = firstBroken(input);
  if (value !== null) return { kind: 'input', value, layer: null, tensor: null };
  for (const one of layers) {
    const fault = faultIn('output', one.output, one);
    if (fault) return fault;
  }
  if (!Number.isFinite(loss)) return { kind: 'loss', value: loss, layer: null, tensor: null };
  return backwardFault(inspection) ?? updateFault(inspection);
}

/** Behind a layer's output gradient come the gradients of its own parameters. */
function backwardFault({ layers, gradients }: Inspection): Fault | null {
  for (const one of [...layers].reverse()) {
    const fault = faultIn('outputGradient', one.gradient, one);
    if (fault) return fault;
    for (const name of ownNames(one, gradients)) {
      const own = faultIn('gradient', gradients[name], one, name);
      if (own) return own;
    }
  }
  return null;
}

/** The optimizer's memory first: the parameter is updated from it. */
function updateFault({ layers, gradients, after }: Inspection): Fault | null {
  const ofOptimizer = Object.keys(after).filter((name) => name.startsWith('optimizer.'));
  const others = Object.keys(after).filter((name) => !name.startsWith('optimizer.'));
  for (const name of [...ofOptimizer, ...others]) {
    const value = firstBroken(after[name]);
    if (value === null) continue;
    // `optimizer.<slot>.<parameter>`.
    const isMemory = name.startsWith('optimizer.');
    const owned = isMemory ? name.split('.').slice(2).join('.') : name;
    const place = owned.slice(0, owned.lastIndexOf('.'));
    const layer = layers.find(({ path }) => path.join('.') === place);
    const kind = isMemory ? 'optimizer' : name in gradients ? 'parameter' : 'buffer';
    return { kind, value, layer: layer ? named(layer) : null, tensor: name };
  }
  return null;
}

function ownNames({ path }: InspectedLayer, tensors: State): string[] {
  const place = path.join('.');
  return Object.keys(tensors).filter((name) => name.slice(0, name.lastIndexOf('.')) === place);
}

function faultIn(
  kind: FaultKind,
  values: ArrayLike<number>,
  layer: InspectedLayer,
  tensor: string | null = null,
): Fault | null {
  const value = firstBroken(values);
  return value === null ? null : { kind, value, layer: named(layer), tensor };
}

const named = ({ path, layer }: InspectedLayer): FaultyLayer => ({ path, type: layer.type });

/** The first value that is NaN or infinite. */
export function firstBroken(values: ArrayLike<number>): number | null {
  for (let index = 0; index < values.length; index++) {
    if (!Number.isFinite(values[index])) return values[index];
  }
  return null;
}
