/** Every layer, in the order of the palette. A new one is a file beside this and a line here. */
import { findDefinition } from '../catalog/findDefinition.ts';
import { BatchNorm1d } from './BatchNorm1d.ts';
import { Dropout } from './Dropout.ts';
import { Flatten } from './Flatten.ts';
import type { LayerDefinition } from './LayerDefinition.ts';
import { LeakyReLU } from './LeakyReLU.ts';
import { Linear } from './Linear.ts';
import { ReLU } from './ReLU.ts';
import { Sigmoid } from './Sigmoid.ts';
import { Tanh } from './Tanh.ts';

export const layerDefinitions: readonly LayerDefinition[] = [
  Linear,
  ReLU,
  LeakyReLU,
  Sigmoid,
  Tanh,
  BatchNorm1d,
  Dropout,
  Flatten,
];

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function layerDefinition(type: string, where: string): LayerDefinition {
  return findDefinition('layer', layerDefinitions, type, where);
}
