/** Every layer, in the order of the palette. A new one is a file beside this and a line here. */
import { findDefinition } from '../catalog/findDefinition.ts';
import { AdaptiveAvgPool2d } from './AdaptiveAvgPool2d.ts';
import { AvgPool2d } from './AvgPool2d.ts';
import { BatchNorm1d } from './BatchNorm1d.ts';
import { BatchNorm2d } from './BatchNorm2d.ts';
import { Conv2d } from './Conv2d.ts';
import { Dropout } from './Dropout.ts';
import { ELU } from './ELU.ts';
import { Embedding } from './Embedding.ts';
import { EmbeddingBag } from './EmbeddingBag.ts';
import { Flatten } from './Flatten.ts';
import { GELU } from './GELU.ts';
import { Identity } from './Identity.ts';
import type { LayerDefinition } from './LayerDefinition.ts';
import { LayerNorm } from './LayerNorm.ts';
import { LeakyReLU } from './LeakyReLU.ts';
import { Linear } from './Linear.ts';
import { LogSoftmax } from './LogSoftmax.ts';
import { MaxPool2d } from './MaxPool2d.ts';
import { ReLU } from './ReLU.ts';
import { Residual } from './Residual.ts';
import { Sigmoid } from './Sigmoid.ts';
import { SiLU } from './SiLU.ts';
import { Softmax } from './Softmax.ts';
import { Tanh } from './Tanh.ts';

export const layerDefinitions: readonly LayerDefinition[] = [
  Linear,
  Conv2d,
  Embedding,
  EmbeddingBag,
  ReLU,
  LeakyReLU,
  ELU,
  GELU,
  SiLU,
  Sigmoid,
  Tanh,
  Softmax,
  LogSoftmax,
  MaxPool2d,
  AvgPool2d,
  AdaptiveAvgPool2d,
  BatchNorm1d,
  BatchNorm2d,
  LayerNorm,
  Dropout,
  Flatten,
  Identity,
  Residual,
];

/** Throws StudioError `invalid-experiment` at `where` for an unknown type. */
export function layerDefinition(type: string, where: string): LayerDefinition {
  return findDefinition('layer', layerDefinitions, type, where);
}
