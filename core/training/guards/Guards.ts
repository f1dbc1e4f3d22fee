/**
 * Looks inside the network at the end of an epoch, on one fixed minibatch, and says what is wrong.
 *
 * A look costs about as much as training on its samples. It is taken only in every so many epochs
 * that it stays below a fiftieth of them, counted in samples and not in seconds: so a run is
 * watched the same way on every machine. The last epoch is always looked at.
 */
import { prepareAugmentation } from '../../augmentation/prepareAugmentation.ts';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { GuardFinding } from '../../contract/GuardFinding.ts';
import type { Dataset } from '../../data/Dataset.ts';
import type { Executable, Executor, TensorData } from '../../executors/Executor.ts';
import { createFeed } from '../inspection/createFeed.ts';
import type { PreparedExperiment } from '../prepareExperiment.ts';
import type { Checkpoint } from '../TrainingEvent.ts';
import { type GuardProgram, guardProgram } from './guardProgram.ts';
import { deadUnits, type GuardPlace, vanishingGradients } from './guardRules.ts';

/** Fewer samples would take a rarely active unit for a dead one; more would cost too much. */
const FEWEST_SAMPLES = 64;
const MOST_SAMPLES = 256;
/** Samples of training that one sample of a look may cost, and the share of training for looks. */
const COST = 2;
const SHARE = 0.02;

export interface GuardReading {
  /** ‖∂loss/∂p‖₂ over all parameters. */
  readonly gradientNorm: number;
  readonly findings: readonly GuardFinding[];
}

export interface Guards {
  /** Null in an epoch that is not looked at. */
  look(checkpoint: Checkpoint, place: Omit<GuardPlace, 'samples'>): Promise<GuardReading | null>;
  dispose(): Promise<void>;
}

export interface GuardsOptions {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  readonly prepared: PreparedExperiment;
  readonly executor: Executor;
}

export function createGuards(options: GuardsOptions): Guards {
  const { batchSize, epochs } = options.spec.training;
  const { length } = options.prepared.splits.train;
  const wanted = Math.min(MOST_SAMPLES, Math.max(FEWEST_SAMPLES, batchSize));
  const samples = Math.min(wanted, length);
  const interval = Math.ceil((COST * samples) / (SHARE * length));
  let viewer: Promise<Viewer> | null = null;

  return {
    async look(checkpoint, place) {
      if (place.epoch % interval !== 0 && place.epoch !== epochs) return null;
      viewer ??= createViewer(options, samples);
      return (await viewer).look(checkpoint, { ...place, samples });
    },
    dispose: async () => (await viewer)?.dispose(),
  };
}

interface Viewer {
  look(checkpoint: Checkpoint, place: GuardPlace): Promise<GuardReading>;
  dispose(): Promise<void>;
}

async function createViewer(options: GuardsOptions, batchSize: number): Promise<Viewer> {
  const { spec, dataset, prepared, executor } = options;
  const { model } = prepared;
  const { augmentation, seed } = spec;
  const target = dataset.target.kind;
  const isMixed = prepareAugmentation(augmentation).batch.length > 0;
  const guarded = guardProgram({ ...spec, model, batchSize, target, isMixed });
  const { noise } = guarded;
  const feed = createFeed({ dataset, prepared, augmentation, noise, batchSize, seed });
  const arrays = feed({ epoch: 1, samplesBefore: 0, stepsBefore: 0 });
  const executable: Executable = await executor.compile(guarded.program);
  return {
    async look(checkpoint, place) {
      const inputs = guarded.program.inputs.map(
        ({ name }) => [name, arrays[name] ?? checkpoint[name].data] as const,
      );
      const results = await executable.run(Object.fromEntries(inputs));
      return { gradientNorm: results.gradientNorm[0], findings: judge(guarded, results, place) };
    },
    dispose: () => executable.dispose(),
  };
}

function judge(
  { rectifiers, weights }: GuardProgram,
  results: Readonly<Record<string, TensorData>>,
  place: GuardPlace,
): GuardFinding[] {
  const dead = rectifiers.map((layer, index) =>
    deadUnits({ ...layer, peaks: results[`peak.${index}`] }, place),
  );
  const weighted = weights.map((weight, index) => ({
    ...weight,
    relativeGradient: results[`gradient.${index}`][0] / results[`weight.${index}`][0],
  }));
  return [...dead, vanishingGradients(weighted, place)].filter((finding) => finding !== null);
}
