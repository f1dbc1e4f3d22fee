/** Layers as templates write them. */
import type { Component, LayerSpec, Options } from '../contract/ModelSpec.ts';
import type { Shape } from '../graph/Tensor.ts';

export const bagOfWords: Component = { type: 'BagOfWords', options: {} };

export const layer = (type: string, options: Options = {}): LayerSpec => ({ type, options });

export const linear = (outFeatures: number): LayerSpec => layer('Linear', { outFeatures });

/** `padding` half the window keeps height and width. */
export const conv = (outChannels: number, kernelSize: number, more: Options = {}): LayerSpec =>
  layer('Conv2d', { outChannels, kernelSize, ...more });

/** What stands in front of the first Linear: nothing where samples are flat already. */
export const flatten = (inputShape: Shape): readonly LayerSpec[] =>
  inputShape.length === 1 ? [] : [layer('Flatten')];

export const grouped = (group: string, layers: readonly LayerSpec[]): LayerSpec[] =>
  layers.map((one) => ({ ...one, group }));
