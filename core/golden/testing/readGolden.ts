/** What scripts/recordPytorch.py recorded. */
import { readFileSync } from 'node:fs';
import type { Component, LayerSpec } from '../../contract/ModelSpec.ts';

export const precisions = ['float32', 'float64'] as const;
export type Precision = (typeof precisions)[number];

/** A case holds what was put in, and per precision what PyTorch made of it. */
export type Golden<Given, Expected> = Given & Readonly<Record<Precision, Expected>>;

type Values = readonly number[];
type NamedValues = Readonly<Record<string, Values>>;

export type LayerGolden = Golden<
  {
    readonly layer: LayerSpec;
    readonly inputShape: readonly number[];
    readonly mode: 'training' | 'inference';
    readonly seed: number;
    readonly scale: number;
  },
  {
    readonly given: NamedValues;
    readonly output: Values;
    readonly inputGradient: Values;
    readonly gradients: NamedValues;
    readonly buffers: NamedValues;
    readonly noise?: Values;
  }
>;

export type LossGolden = Golden<
  {
    readonly loss: Component;
    /** `binary`: the numbers 0 and 1. */
    readonly target: 'class' | 'number' | 'binary';
    readonly outputShape: readonly number[];
    readonly seed: number;
    readonly scale: number;
  },
  { readonly loss: Values; readonly perSample: Values; readonly gradient: Values }
>;

export type OptimizerGolden = Golden<
  {
    readonly optimizer: Component;
    readonly parameterShape: readonly number[];
    readonly seed: number;
    /** From the sixth step on. */
    readonly laterLearningRateFactor: number;
  },
  /** The parameter after each step. */
  readonly Values[]
>;

export type RunGolden = Golden<
  {
    readonly name: string;
    readonly layers: readonly LayerSpec[];
    readonly sampleShape: readonly number[];
    readonly inputScale: number;
    readonly classes: number;
    readonly batchSize: number;
    readonly optimizer: Component;
    readonly seed: number;
  },
  {
    readonly losses: Values;
    readonly correct: Values;
    /** Evenly spread values of each tensor, as `chosen` in the script takes them. */
    readonly state: NamedValues;
    readonly evaluation: Values;
  }
>;

export type ClippingGolden = Golden<
  {
    readonly clipping: Component;
    readonly gradientShapes: readonly (readonly number[])[];
    readonly seed: number;
    readonly scale: number;
  },
  /** The gradients behind the clipping. */
  readonly Values[]
>;

/** A step is an epoch, or for OneCycleLR and a warm-up of iterations an iteration; recorded in float64 alone. */
export interface ScheduleGolden {
  readonly schedule: Component;
  readonly warmup?: Component;
  readonly learningRate: number;
  /** For ReduceLROnPlateau. */
  readonly validationLosses?: Values;
  /** The learning rate of each step, from the first. */
  readonly values: Values;
}

/** What PyTorch sees inside the network of core/training/testing/inspectedNetwork.ts. */
export type LayerStatisticsGolden = Golden<
  { readonly order: readonly number[] },
  {
    readonly loss: number;
    readonly gradientNorm: number;
    readonly layers: Readonly<
      Record<
        string,
        Readonly<Record<string, number>> & {
          readonly counts: readonly number[] & number;
          readonly dead?: number;
          readonly saturated?: number;
        }
      >
    >;
    readonly parameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly gradientNoise: { readonly squaredGradient: number; readonly variance: number };
    readonly penalty: number;
  }
>;

interface Goldens {
  readonly layers: LayerGolden;
  readonly losses: LossGolden;
  readonly mixedLosses: LossGolden;
  readonly optimizers: OptimizerGolden;
  readonly clippings: ClippingGolden;
  readonly schedules: ScheduleGolden;
  readonly trainingRuns: RunGolden;
  readonly layerStatistics: LayerStatisticsGolden;
}

export interface GoldenFile<Case> {
  /** The version of PyTorch that computed the values. */
  readonly torch: string;
  readonly cases: readonly Case[];
}

export function readGolden<Name extends keyof Goldens>(name: Name): GoldenFile<Goldens[Name]> {
  const text = readFileSync(new URL(`../${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text);
}
