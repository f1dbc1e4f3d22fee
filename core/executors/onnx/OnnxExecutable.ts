/** A program in a session of its own, run once per call. */
import type { Program } from '../../graph/Program.ts';
import { checkInputs } from '../checkInputs.ts';
import type { Executable } from '../Executor.ts';
import { encodeModel } from './encodeModel.ts';
import { lowerProgram } from './lowerProgram.ts';
import type { OrtModule } from './OrtModule.ts';
import type { SessionOptions } from './sessionOptions.ts';
import { allocate, forRuntime, tensorOver, valuePort } from './ValuePort.ts';

export async function createOnnxExecutable(
  ort: OrtModule,
  program: Program,
  options: SessionOptions,
): Promise<Executable> {
  const outputNames = [...program.outputs.keys()];
  const inputs = program.inputs.map((input, index) =>
    valuePort(input.name, `input${index}`, input),
  );
  const outputs = outputNames.map((name, index) =>
    valuePort(name, `output${index}`, program.outputs.get(name)!),
  );
  const graph = lowerProgram(
    program,
    inputs.map((port) => port.name),
    outputNames,
    { threads: options.intraOpNumThreads },
  );
  const session = await ort.InferenceSession.create(encodeModel(graph), options);

  return {
    async run(given) {
      checkInputs(program.inputs, given);
      const feeds = inputs.map(
        (port) => [port.onnxName, tensorOver(ort, port, forRuntime(given[port.name]))] as const,
      );
      const results = outputs.map((port) => ({ port, data: allocate(port) }));
      const fetches = results.map(
        ({ port, data }) => [port.onnxName, tensorOver(ort, port, data)] as const,
      );
      await session.run(Object.fromEntries(feeds), Object.fromEntries(fetches));
      return Object.fromEntries(results.map(({ port, data }) => [port.name, data]));
    },
    dispose: () => session.release(),
  };
}
