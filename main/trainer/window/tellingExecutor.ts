import type { Executable, Executor, LoopExecutable } from '../../../core/executors/Executor.ts';

/**
 * The executor, telling of what it throws while it compiles or computes, so that this can be told
 * from what goes wrong elsewhere. The error is thrown on as it is.
 */
export function tellingExecutor(executor: Executor, tell: (error: unknown) => void): Executor {
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      tell(error);
      throw error;
    }
  };
  const tellingLoop = (loop: LoopExecutable): LoopExecutable => ({
    setState: (state) => told(loop.setState(state)),
    getState: () => told(loop.getState()),
    run: (steps, sequences) => told(loop.run(steps, sequences)),
    dispose: () => loop.dispose(),
  });
  const tellingExecutable = (executable: Executable): Executable => ({
    run: (inputs) => told(executable.run(inputs)),
    dispose: () => executable.dispose(),
  });
  return {
    ...executor,
    compile: async (program) => tellingExecutable(await told(executor.compile(program))),
    compileLoop: async (step) => tellingLoop(await told(executor.compileLoop(step))),
  };
}
