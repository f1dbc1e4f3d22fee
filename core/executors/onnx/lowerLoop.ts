/**
 * Many steps as one ONNX graph: a `Scan` whose body is the step. The runtime carries the state from
 * one step to the next in two buffers of its own, so between the first and the last step nothing
 * crosses into JavaScript.
 *
 * The number of steps is a free dimension: one session serves every chunk length. In the graph
 * stand, in this order, arrays of state and sequences as `loop_input<i>`, arrays of next state and reports
 * as `loop_output<i>`.
 */
import type { LoopProgram } from '../Executor.ts';
import { lowerProgram } from './lowerProgram.ts';
import type { OnnxGraph, OnnxNode, OnnxValue } from './OnnxGraph.ts';
import { planUpdates } from './planUpdates.ts';
import { type StateArray, stateArrays, updatedArrays } from './StateArray.ts';

const STEPS = 'steps';

export interface LoweredLoop {
  readonly graph: OnnxGraph;
  /** The first inputs and the first outputs of the graph. */
  readonly state: readonly StateArray[];
}

export function lowerLoop(loop: LoopProgram, threads = 1): LoweredLoop {
  const { sequences, reports } = loop;
  const updates = planUpdates(loop, threads);
  const state = stateArrays(loop, updates);
  const others = state.slice(updates.flatMap(updatedArrays).length).flatMap(({ parts }) => parts);
  const body = lowerProgram(loop.program, [...others, ...sequences], [...others, ...reports], {
    threads,
    updates,
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
  const scan: OnnxNode = {
    operator: 'Scan',
    inputs: inputs.map((value) => value.name),
    outputs: outputs.map((value) => value.name),
    attributes: {
      body: { graph: { ...body, inputs: bodyInputs } },
      num_scan_inputs: { int: sequences.length + clock.length },
    },
  };
  return { graph: { inputs, outputs, initializers: [], nodes: [scan] }, state };
}
