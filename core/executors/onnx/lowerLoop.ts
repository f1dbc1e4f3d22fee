/**
 * Many steps as one ONNX graph: a `Scan` whose body is the step. The runtime carries the state from
 * one step to the next in two buffers of its own, so between the first and the last step nothing
 * crosses into JavaScript.
 *
 * The number of steps is a free dimension: one session serves every chunk length. In the graph
 * stand, in this order, states and sequences as `loop_input<i>`, next states and reports as
 * `loop_output<i>`.
 */
import type { LoopProgram } from '../Executor.ts';
import { lowerProgram } from './lowerProgram.ts';
import type { OnnxGraph, OnnxValue } from './OnnxGraph.ts';
import { updateRegions } from './updateRegions.ts';

const STEPS = 'steps';

export function lowerLoop(
  { program, state, sequences, reports }: LoopProgram,
  threads = 1,
): OnnxGraph {
  // Threads that share a block would have to wait for each other behind each of its operators.
  const regions = threads === 1 ? updateRegions(program, state) : [];
  const body = lowerProgram(program, [...state, ...sequences], [...state, ...reports], {
    threads,
    regions,
  });
  // Scan takes its length from a sequence: a step that reads none gets one that it ignores.
  const clock: OnnxValue[] =
    sequences.length > 0 ? [] : [{ name: 'clock', type: 'float32', shape: [] }];
  const bodyInputs = [...body.inputs, ...clock];
  const outer = (value: OnnxValue, index: number): OnnxValue => ({
    name: `loop_${value.name}`,
    type: value.type,
    shape: index < state.length ? value.shape : [STEPS, ...value.shape],
  });
  const inputs = bodyInputs.map(outer);
  const outputs = body.outputs.map(outer);
  return {
    inputs,
    outputs,
    initializers: [],
    nodes: [
      {
        operator: 'Scan',
        inputs: inputs.map((value) => value.name),
        outputs: outputs.map((value) => value.name),
        attributes: {
          body: { graph: { ...body, inputs: bodyInputs } },
          num_scan_inputs: { int: sequences.length + clock.length },
        },
      },
    ],
  };
}
