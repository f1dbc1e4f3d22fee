/**
 * A step in a session of its own, many steps per call, the state kept between calls.
 *
 * The state lives in two sets of arrays that take turns: a call reads one and writes the other, in
 * place and without a copy, and they change roles when it has succeeded. A call that fails leaves
 * the state as it was. One call at a time: the next begins when the one before has resolved.
 */
import type { Shape, Tensor } from '../../graph/Tensor.ts';
import { checkInputs } from '../checkInputs.ts';
import { requireState, requireSteps } from '../checkLoop.ts';
import type { LoopExecutable, LoopProgram, TensorMap } from '../Executor.ts';
import { encodeModel } from './encodeModel.ts';
import { lowerLoop } from './lowerLoop.ts';
import type { OnnxGraph } from './OnnxGraph.ts';
import type { OrtModule } from './OrtModule.ts';
import type { SessionOptions } from './sessionOptions.ts';
import {
  allocate,
  forRuntime,
  type OrtData,
  type OrtTensor,
  tensorOver,
  type ValuePort,
  valuePort,
} from './ValuePort.ts';

interface LoopPorts {
  readonly state: readonly ValuePort[];
  readonly nextState: readonly ValuePort[];
  readonly sequences: readonly ValuePort[];
  readonly reports: readonly ValuePort[];
}

/** One of the two sets: the same arrays as inputs of a call and as outputs of another. */
interface StateSet {
  readonly arrays: readonly OrtData[];
  readonly feeds: Readonly<Record<string, OrtTensor>>;
  readonly fetches: Readonly<Record<string, OrtTensor>>;
}

export async function createOnnxLoop(
  ort: OrtModule,
  step: LoopProgram,
  options: SessionOptions,
): Promise<LoopExecutable> {
  const graph = lowerLoop(step, options.intraOpNumThreads);
  const ports = loopPorts(step, graph);
  const session = await ort.InferenceSession.create(encodeModel(graph), options);
  let [current, next] = [createStateSet(ort, ports), createStateSet(ort, ports)];
  let isStateSet = ports.state.length === 0;

  const declared = (names: readonly string[]) =>
    step.program.inputs.filter((input) => names.includes(input.name));
  const [states, sequences] = [declared(step.state), declared(step.sequences)];

  return {
    async setState(given) {
      checkInputs(states, given);
      for (const [index, port] of ports.state.entries()) {
        current.arrays[index].set(given[port.name]);
      }
      isStateSet = true;
    },

    async getState() {
      requireState(isStateSet);
      return Object.fromEntries(
        ports.state.map((port, index) => [port.name, current.arrays[index].slice()]),
      );
    },

    async run(steps, given) {
      requireState(isStateSet);
      requireSteps(steps);
      checkInputs(sequences, given, steps);
      const reports = ports.reports.map((port) => ({ port, data: allocate(port, steps) }));
      const fetches = reports.map(
        ({ port, data }) => [port.onnxName, tensorOver(ort, port, data, steps)] as const,
      );
      await session.run(
        { ...current.feeds, ...sequenceFeeds(ort, ports, steps, given) },
        { ...next.fetches, ...Object.fromEntries(fetches) },
      );
      [current, next] = [next, current];
      return Object.fromEntries(reports.map(({ port, data }) => [port.name, data]));
    },

    dispose: () => session.release(),
  };
}

/**
 * Names and shapes as lowerLoop.ts gives them: states before sequences, next states before reports;
 * state may stand there in another shape than in the program.
 */
function loopPorts(
  { program, state, sequences, reports }: LoopProgram,
  graph: OnnxGraph,
): LoopPorts {
  const inputs = new Map<string, Pick<Tensor, 'dtype' | 'shape'>>(
    program.inputs.map((input) => [input.name, input]),
  );
  const stateShape = (index: number) => graph.inputs[index].shape as Shape;
  const output = (name: string, index: number) =>
    valuePort(name, graph.outputs[index].name, program.outputs.get(name)!);
  const input = (name: string, index: number) =>
    valuePort(name, graph.inputs[index].name, inputs.get(name)!);
  return {
    state: state.map((name, index) => ({ ...input(name, index), shape: stateShape(index) })),
    nextState: state.map((name, index) => ({ ...output(name, index), shape: stateShape(index) })),
    sequences: sequences.map((name, index) => input(name, index + state.length)),
    reports: reports.map((name, index) => output(name, index + state.length)),
  };
}

function createStateSet(ort: OrtModule, ports: LoopPorts): StateSet {
  const arrays = ports.state.map((port) => allocate(port));
  const over = (side: readonly ValuePort[]) =>
    Object.fromEntries(
      side.map((port, index) => [port.onnxName, tensorOver(ort, port, arrays[index])]),
    );
  return { arrays, feeds: over(ports.state), fetches: over(ports.nextState) };
}

function sequenceFeeds(
  ort: OrtModule,
  ports: LoopPorts,
  steps: number,
  given: TensorMap,
): Record<string, OrtTensor> {
  const feeds = ports.sequences.map(
    (port) => [port.onnxName, tensorOver(ort, port, forRuntime(given[port.name]), steps)] as const,
  );
  if (feeds.length > 0) return Object.fromEntries(feeds);
  const clock = new ort.Tensor('float32', new Float32Array(steps), [steps]);
  return { loop_clock: clock };
}
