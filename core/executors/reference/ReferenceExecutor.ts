/**
 * The oracle: every primitive as a plain loop, in float32 or float64, on anything that runs
 * JavaScript.
 *
 * It is written to be obviously right first. It is also the predictor inside the app and the
 * trainer of last resort, so it does not waste time either: shapes are worked out while compiling,
 * and a run allocates only what it gives back. In float32 every tensor is rounded when it is
 * stored; sums and products of matrices add up in float64 before that.
 */
import type { Program } from '../../graph/Program.ts';
import { checkInputs } from '../checkInputs.ts';
import type { Executable, Executor, TensorData, TensorMap } from '../Executor.ts';
import { type Precision, plan } from './Plan.ts';
import { referenceLoop } from './referenceLoop.ts';

export interface ReferenceOptions {
  readonly precision?: Precision;
}

export function referenceExecutor({ precision = 'float32' }: ReferenceOptions = {}): Executor {
  return {
    name: 'reference',
    threads: 1,
    detail: `plain TypeScript loops, ${precision}`,
    compile: async (program) => executable(program, precision),
    compileLoop: async (step) => referenceLoop(step, precision),
  };
}

function executable(program: Program, precision: Precision): Executable {
  const { inputs, outputs, execute } = plan(program, precision);
  return {
    async run(given: TensorMap): Promise<Record<string, TensorData>> {
      checkInputs(program.inputs, given);
      for (const [name, data] of inputs) data.set(given[name]);
      execute();
      return Object.fromEntries([...outputs].map(([name, data]) => [name, data.slice()]));
    },
    // Memory is the garbage collector's.
    async dispose() {},
  };
}
