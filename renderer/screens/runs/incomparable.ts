/**
 * Why the curves of runs lie at different heights whatever the networks are worth: what they were
 * measured on, and by what.
 */
import type { ComponentDescriptor, OptionDescriptor } from '../../../core/contract/Catalog.ts';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { Component } from '../../../core/contract/ModelSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';

export interface ShownLoss {
  readonly type: string;
  /** Those with another value than their default. */
  readonly changed: readonly OptionDescriptor[];
  readonly options: Component['options'];
}

export interface Incomparable {
  /** One of each; none where all runs are of one dataset. */
  readonly datasets: readonly RunRecord['dataset'][];
  /** One dataset, whose samples were edited between the runs. */
  readonly edited: RunRecord['dataset'] | null;
  /** The dataset is one in one state, and not every run is validated on the same part of it. */
  readonly isSplitMixed: boolean;
  /** One of each; none where all runs minimize the same. */
  readonly losses: readonly ShownLoss[];
}

type Compared = Pick<RunRecord, 'dataset' | 'splits'> & {
  readonly spec: Pick<ExperimentSpec, 'loss' | 'split' | 'seed'>;
};

/** `catalog`: of the losses, which says what an option is that a document leaves out. */
export function incomparable(
  runs: readonly Compared[],
  catalog: readonly ComponentDescriptor[],
): Incomparable {
  const imports = oneOfEach(runs, ({ dataset }) => dataset.importedHash ?? dataset.hash);
  const states = oneOfEach(runs, ({ dataset }) => dataset.hash);
  const splits = oneOfEach(runs.flatMap(splitOf), JSON.stringify);
  const losses = oneOfEach(
    runs.map(({ spec }) => shownLoss(spec.loss, catalog)),
    ({ type, changed, options }) =>
      JSON.stringify([type, changed.map(({ name }) => [name, options[name]])]),
  );
  return {
    datasets: imports.length > 1 ? imports.map(({ dataset }) => dataset) : [],
    edited: imports.length === 1 && states.length > 1 ? (states[0]?.dataset ?? null) : null,
    isSplitMixed: states.length === 1 && splits.length > 1,
    losses: losses.length > 1 ? losses : [],
  };
}

/**
 * What tells the split of a run; nothing before it is drawn. By its counts and not by the shares that
 * were asked for, which a dataset with a test part of its own does not take. Whether the seed drew
 * a part of a split that is given, a run does not say.
 */
function splitOf({ spec: { split, seed }, splits }: Compared): unknown[] {
  const { method, column, stratified } = split;
  if (splits === null) return [];
  const drawnBy = {
    random: [stratified, seed],
    grouped: [column, seed],
    ordered: [column],
    given: [],
  }[method];
  return [[method, splits, ...drawnBy]];
}

function shownLoss(
  { type, options }: Component,
  catalog: readonly ComponentDescriptor[],
): ShownLoss {
  const declared = catalog.find((one) => one.type === type)?.options ?? [];
  const changed = declared.filter(
    ({ name, default: usual }) =>
      options[name] !== undefined && JSON.stringify(options[name]) !== JSON.stringify(usual),
  );
  return { type, changed, options };
}

/** The first of each, in order. */
function oneOfEach<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const keys = all.map(keyOf);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
