/**
 * A step in a session of its own, many steps per call, the state kept between calls.
 *
 * The state lives in two sets of arrays that take turns: a call reads one and writes the other, in
 * place and without a copy, and they change roles when it has succeeded. A call that fails leaves
 * the state as it was. One call at a time: the next begins when the one before has resolved.
 */
import { type DType, type Shape, sizeOf } from '../../graph/Tensor.ts';
import { checkInputs } from '../checkInputs.ts';
import { requireState, requireSteps } from '../checkLoop.ts';
import type { LoopExecutable, LoopProgram, TensorMap } from '../Executor.ts';
import { encodeModel } from './encodeModel.ts';
import { lowerLoop } from './lowerLoop.ts';
import type { OrtModule } from './OrtModule.ts';
import type { StateArray } from './StateArray.ts';
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
  readonly state: readonly StatePort[];
  readonly sequences: readonly ValuePort[];
  readonly reports: readonly ValuePort[];
}

interface PortValue {
  readonly shape: Shape;
  readonly dtype: DType;
}

interface StatePort {
  readonly input: ValuePort;
  readonly output: ValuePort;
  readonly parts: readonly StatePart[];
}

/** Where a state tensor lies in its array. */
interface StatePart {
  readonly name: string;
  readonly start: number;
  readonly end: number;
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
  const lowered = lowerLoop(step, options.intraOpNumThreads);
  const ports = loopPorts(step, lowered.state);
  const session = await ort.InferenceSession.create(encodeModel(lowered.graph), options);
  let [current, next] = [createStateSet(ort, ports), createStateSet(ort, ports)];
  let isStateSet = ports.state.length === 0;

  const declared = (names: readonly string[]) =>
    step.program.inputs.filter((input) => names.includes(input.name));
  const [states, sequences] = [declared(step.state), declared(step.sequences)];

  return {
    async setState(given) {
      checkInputs(states, given);
      for (const [index, { parts }] of ports.state.entries()) {
        for (const { name, start } of parts) current.arrays[index].set(given[name], start);
      }
      isStateSet = true;
    },

    async getState() {
      requireState(isStateSet);
      return Object.fromEntries(
        ports.state.flatMap(({ parts }, index) =>
          parts.map(({ name, start, end }) => [name, current.arrays[index].slice(start, end)]),
        ),
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

/** Names as lowerLoop.ts gives them: state before sequences, next state before reports. */
function loopPorts(
  { program, sequences, reports }: LoopProgram,
  arrays: readonly StateArray[],
): LoopPorts {
  const inputs = new Map(program.inputs.map((input) => [input.name, input]));
  const output = (name: string, index: number, value: PortValue) =>
    valuePort(name, `loop_output${index}`, value);
  const input = (name: string, index: number, value: PortValue) =>
    valuePort(name, `loop_input${index}`, value);
  return {
    state: arrays.map((array, index) => {
      let end = 0;
      const parts = array.parts.map((name) => {
        const start = end;
        end += sizeOf(inputs.get(name)!.shape);
        return { name, start, end };
      });
      const name = array.parts.join();
      return { input: input(name, index, array), output: output(name, index, array), parts };
    }),
    sequences: sequences.map((name, index) =>
      input(name, index + arrays.length, inputs.get(name)!),
    ),
    reports: reports.map((name, index) =>
      output(name, index + arrays.length, program.outputs.get(name)!),
    ),
  };
}

function createStateSet(ort: OrtModule, { state }: LoopPorts): StateSet {
  const arrays = state.map(({ input }) => allocate(input));
  const over = (side: readonly ValuePort[]) =>
    Object.fromEntries(
      side.map((port, index) => [port.onnxName, tensorOver(ort, port, arrays[index])]),
    );
  return {
    arrays,
    feeds: over(state.map(({ input }) => input)),
    fetches: over(state.map(({ output }) => output)),
  };
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
