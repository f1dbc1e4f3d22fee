/**
 * A step run many times: each takes its slice of the sequences, and leaves the state for the next
 * in place.
 */
import { sizeOf } from '../../graph/Tensor.ts';
import { checkInputs } from '../checkInputs.ts';
import { requireState, requireSteps } from '../checkLoop.ts';
import type { LoopExecutable, LoopProgram, TensorData, TensorMap } from '../Executor.ts';
import { type Plan, type Precision, plan } from './Plan.ts';

export function referenceLoop(loop: LoopProgram, precision: Precision): LoopExecutable {
  const step = plan(loop.program, precision);
  const declared = (names: readonly string[]) =>
    loop.program.inputs.filter((input) => names.includes(input.name));
  const [state, sequences] = [declared(loop.state), declared(loop.sequences)];
  const carry = carryState(step, loop.state);
  let isReady = loop.state.length === 0;

  return {
    async setState(given: TensorMap) {
      checkInputs(state, given);
      for (const { name } of state) step.inputs.get(name)!.set(given[name]);
      isReady = true;
    },
    async getState() {
      return Object.fromEntries(state.map(({ name }) => [name, step.inputs.get(name)!.slice()]));
    },
    async run(steps: number, given: TensorMap) {
      requireState(isReady);
      requireSteps(steps);
      checkInputs(sequences, given, steps);
      const reports = loop.reports.map((name) => report(name, step.outputs.get(name)!, steps));
      for (let index = 0; index < steps; index++) {
        for (const { name, shape } of sequences) {
          const size = sizeOf(shape);
          step.inputs.get(name)!.set(given[name].subarray(index * size, (index + 1) * size));
        }
        step.execute();
        for (const { slice, all } of reports) all.set(slice, index * slice.length);
        carry();
      }
      return Object.fromEntries(reports.map(({ name, all }) => [name, all]));
    },
    async dispose() {},
  };
}

/** Room for the report of all steps, of the kind that its slice has. */
function report(name: string, slice: TensorData, steps: number) {
  const Data = slice.constructor as new (length: number) => TensorData;
  return { name, slice, all: new Data(slice.length * steps) };
}

/**
 * Moves new state to where the next step reads it. State that is just other state is saved before
 * that is overwritten.
 */
function carryState(step: Plan, names: readonly string[]): () => void {
  const old = new Set(names.map((name) => step.inputs.get(name)!));
  const moves = names.map((name) => {
    const [from, to] = [step.outputs.get(name)!, step.inputs.get(name)!];
    return { from, to, saved: from !== to && old.has(from) ? from.slice() : null };
  });
  return () => {
    for (const { from, saved } of moves) saved?.set(from);
    for (const { from, to, saved } of moves) if (from !== to) to.set(saved ?? from);
  };
}
