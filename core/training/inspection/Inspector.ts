/**
 * Runs one training iteration and gives out everything on its way: what each layer hands on, every
 * gradient, the state before and after the update.
 *
 * The graph is the training step's own, with more outputs, so what is seen is what is trained. It
 * is compiled as a program by itself: the loop that trains stays as fast as it is.
 */
import { prepareAugmentation } from '../../augmentation/prepareAugmentation.ts';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { LayerPath } from '../../contract/layerPath.ts';
import type { Dataset } from '../../data/Dataset.ts';
import { type Executor, loopProgram, type TensorData } from '../../executors/Executor.ts';
import { program } from '../../graph/Program.ts';
import type { ModelLayer } from '../../model/buildModel.ts';
import type { PreparedExperiment } from '../prepareExperiment.ts';
import { stateOf } from '../stateOf.ts';
import type { Checkpoint } from '../TrainingEvent.ts';
import { type TrainingGraph, trainingGraph } from '../trainingGraph.ts';
import { createFeed } from './createFeed.ts';

export type State = Readonly<Record<string, TensorData>>;

export interface InspectedLayer {
  readonly path: LayerPath;
  readonly layer: ModelLayer;
  /** [N, ...outputShape]. */
  readonly output: TensorData;
  /** ∂loss/∂output, of the same shape. */
  readonly gradient: TensorData;
}

export interface Inspection {
  /** As the model sees it: normalized. */
  readonly input: TensorData;
  readonly loss: number;
  /** In the order in which they are computed: layers that one holds come before it. */
  readonly layers: readonly InspectedLayer[];
  /** ∂loss/∂p before clipping, by the parameter's name. */
  readonly gradients: State;
  readonly before: State;
  readonly after: State;
}

/** Which iteration: of which samples, with which noise, learning rate and bias correction. */
export interface IterationPlace {
  readonly epoch: number;
  /** Samples and steps of the epoch that come before it. */
  readonly samplesBefore: number;
  readonly stepsBefore: number;
  /** From 1, over the whole run. */
  readonly iteration: number;
  readonly learningRate: number;
}

export interface Inspector {
  inspect(state: State, place: IterationPlace): Promise<Inspection>;
  /** Throws StudioError `invalid-model` for a checkpoint of another experiment. */
  stateOf(checkpoint: Checkpoint): State;
  dispose(): Promise<void>;
}

export interface InspectorOptions {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  readonly prepared: PreparedExperiment;
  readonly executor: Executor;
  readonly batchSize: number;
}

export async function createInspector(options: InspectorOptions): Promise<Inspector> {
  const { spec, dataset, prepared, executor, batchSize } = options;
  const { augmentation, seed } = spec;
  const graph = trainingGraph(
    {
      ...spec,
      gradientClipping: spec.training.gradientClipping,
      trackGradientNorm: spec.training.trackGradientNorm,
      model: prepared.model,
      batchSize,
      target: dataset.target.kind,
      isMixed: prepareAugmentation(augmentation).batch.length > 0,
    },
    { outputGradients: true },
  );
  const loop = loopProgram(inspectionProgram(graph));
  const executable = await executor.compile(loop.program);
  const { noise } = graph.applied;
  const feed = createFeed({ dataset, prepared, augmentation, noise, batchSize, seed });

  return {
    async inspect(state, place) {
      const arrays = feed(place);
      const scalars = Object.entries(graph.scalars(place.iteration, place.learningRate));
      const given: Record<string, TensorData> = { ...state, ...arrays };
      for (const [name, value] of scalars) given[name] = Float64Array.of(value);
      const names = loop.program.inputs.map(({ name }) => name);
      const results = await executable.run(Object.fromEntries(names.map((n) => [n, given[n]])));
      return {
        input: arrays.input,
        loss: results.loss[0],
        layers: graph.applied.layers.map(({ path, layer }, index) => ({
          path,
          layer,
          output: results[`output.${index}`],
          gradient: results[`outputGradient.${index}`],
        })),
        gradients: Object.fromEntries(
          prepared.model.parameters.map(({ name }) => [name, results[`gradient.${name}`]]),
        ),
        before: state,
        after: Object.fromEntries(Object.keys(graph.state).map((name) => [name, results[name]])),
      };
    },
    stateOf: (checkpoint) => stateOf(checkpoint, loop),
    dispose: () => executable.dispose(),
  };
}

function inspectionProgram({ applied, loss, gradients, outputGradients, state }: TrainingGraph) {
  const names = [...applied.parameters.keys()];
  return program({
    loss,
    ...Object.fromEntries(applied.layers.map(({ output }, at) => [`output.${at}`, output])),
    ...Object.fromEntries(outputGradients.map((one, at) => [`outputGradient.${at}`, one])),
    ...Object.fromEntries(gradients.map((one, at) => [`gradient.${names[at]}`, one])),
    ...state,
  });
}
