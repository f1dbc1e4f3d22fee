/**
 * A model as an ONNX file that any runtime predicts with: whole minibatches at once.
 *
 * Programs have static shapes, so the minibatch axis is found by tracing twice, for two prime
 * numbers of samples: whatever number differs between the two graphs is a multiple of it, and
 * becomes open.
 */
import { StudioError } from '../contract/StudioError.ts';
import { encodeModel } from '../executors/onnx/encodeModel.ts';
import { lowerProgram } from '../executors/onnx/lowerProgram.ts';
import type { OnnxGraph, OnnxInitializer, OnnxNode } from '../executors/onnx/OnnxGraph.ts';
import { add, constant, exp, input, logSoftmax, multiply } from '../graph/ops.ts';
import { type Program, program } from '../graph/Program.ts';
import type { Tensor } from '../graph/Tensor.ts';
import { encodedWidth } from '../preprocessing/encodedWidth.ts';
import { inputNames } from '../preprocessing/inputNames.ts';
import type { Preprocessor } from '../preprocessing/Preprocessor.ts';
import { applyModel } from './applyModel.ts';
import type { ModelFile } from './ModelFile.ts';

/** No size of a layer is a multiple of both by chance. */
const BATCH_SIZES = [7919, 7927] as const;

/**
 * The bytes of an ONNX model, operator set 21.
 *
 * Input: `input` float32 [N, ...inputShape]. Scaling is inside, so pixels and numbers go in raw;
 * categories as 0 and 1 and texts encoded, which the metadata's `inputForm`, `inputNames` and
 * `preprocessing` describe. Outputs: `output` [N, ...outputShape], logits or the number, and for
 * classes `probabilities` [N, K]. Weights are initializers under their state_dict names; labels,
 * preprocessing and provenance stand in the metadata as JSON.
 */
export function exportOnnx(file: ModelFile): Uint8Array {
  const [first, second] = BATCH_SIZES.map((batchSize) => {
    const traced = tracePrediction(file, batchSize);
    const names = traced.inputs.map(({ name }) => name);
    return { names, graph: lowerProgram(traced, names, [...traced.outputs.keys()]) };
  });
  const outputNames = file.output.kind === 'class' ? ['output', 'probabilities'] : ['output'];
  const open = openBatchAxis(first.graph, second.graph);
  return encodeModel(withWeights(open, first.names, outputNames, file), {
    labels: JSON.stringify(file.output.kind === 'class' ? file.output.labels : null),
    target: JSON.stringify(file.output.name),
    inputForm: inputForm(file.input),
    inputNames: JSON.stringify(file.input.kind === 'table' ? inputNames(file.input) : []),
    preprocessing: JSON.stringify(file.input),
    provenance: JSON.stringify(file.provenance),
  });
}

function tracePrediction({ model, input: raw, output }: ModelFile, batchSize: number): Program {
  const x = input('input', [batchSize, ...model.inputShape]);
  const logits = applyModel(model, scaled(x, raw), 'inference').output;
  const outputs = { output: logits };
  return program(
    output.kind === 'class' ? { ...outputs, probabilities: exp(logSoftmax(logits)) } : outputs,
  );
}

/** Images by one pair for all pixels; of a table the numbers, since 0 and 1 of categories are done. */
function scaled(x: Tensor, preprocessor: Preprocessor): Tensor {
  switch (preprocessor.kind) {
    case 'image':
      return affine(x, [preprocessor.scale], [preprocessor.shift], []);
    case 'table': {
      const pairs = preprocessor.columns.flatMap((column) =>
        column.type === 'category'
          ? Array.from({ length: encodedWidth(column) }, () => [1, 0])
          : [[column.scale, column.shift]],
      );
      const [scale, shift] = [0, 1].map((place) => pairs.map((pair) => pair[place]));
      return affine(x, scale, shift, [pairs.length]);
    }
    case 'text':
      return x;
    default:
      return preprocessor satisfies never;
  }
}

function affine(x: Tensor, scale: number[], shift: number[], shape: number[]): Tensor {
  return add(multiply(x, constant(scale, shape)), constant(shift, shape));
}

/** What an input holds, for whoever has only the ONNX file. */
function inputForm({ kind }: Preprocessor): string {
  switch (kind) {
    case 'image':
      return 'pixels 0 to 255';
    case 'table':
      return 'numbers and dates (days since 1970-01-01) unscaled, missing ones filled in; categories as 0 and 1';
    case 'text':
      return 'texts encoded by tokenizer and vocabulary';
    default:
      return kind satisfies never;
  }
}

/** The first graph with -1 for every number that depends on the number of samples. */
function openBatchAxis(first: OnnxGraph, second: OnnxGraph): OnnxGraph {
  if (JSON.stringify(first.nodes) !== JSON.stringify(second.nodes)) throw notOpen();
  const shapes = new Set(
    first.nodes.flatMap(({ operator, inputs }) => (operator === 'Reshape' ? [inputs[1]] : [])),
  );
  const initializers = first.initializers.map((tensor, index) => {
    const values = openSizes(tensor, second.initializers[index]);
    if (values && !shapes.has(tensor.name)) throw notOpen();
    return values ? { ...tensor, values } : tensor;
  });
  return { ...first, initializers };
}

/** Null where nothing differs. */
function openSizes(first: OnnxInitializer, second: OnnxInitializer): number[] | null {
  const [a, b] = [Array.from(first.values), Array.from(second.values)];
  if (first.name !== second.name || a.length !== b.length) throw notOpen();
  const differing = a.flatMap((value, place) => (Object.is(value, b[place]) ? [] : [place]));
  if (differing.length === 0) return null;
  if (differing.length > 1 || first.type !== 'int64') throw notOpen();
  return a.map((value, place) => (place === differing[0] ? -1 : value));
}

function notOpen(): StudioError {
  return new StudioError('unsupported', 'This model has no ONNX form for any number of samples.');
}

/** Weights become initializers, and values that people see get their names. */
function withWeights(
  graph: OnnxGraph,
  inputNames: readonly string[],
  outputNames: readonly string[],
  { model, weights }: ModelFile,
): OnnxGraph {
  const tensors = new Map([...model.parameters, ...model.buffers].map((one) => [one.name, one]));
  const names = new Map<string, string>([
    ...inputNames.map((name, index) => [`input${index}`, name] as const),
    ...outputNames.map((name, index) => [`output${index}`, name] as const),
  ]);
  const rename = (name: string) => names.get(name) ?? name;
  const stored = inputNames.flatMap((name): OnnxInitializer[] => {
    const tensor = tensors.get(name);
    return tensor ? [{ name, type: 'float32', shape: tensor.shape, values: weights[name] }] : [];
  });
  const samples = ({ name, type, shape }: OnnxGraph['inputs'][number]) => ({
    name: rename(name),
    type,
    shape: ['N', ...shape.slice(1)],
  });
  return {
    inputs: graph.inputs.filter(({ name }) => !tensors.has(rename(name))).map(samples),
    outputs: graph.outputs.map(samples),
    initializers: [...stored, ...graph.initializers],
    nodes: graph.nodes.map(
      (node): OnnxNode => ({
        ...node,
        inputs: node.inputs.map(rename),
        outputs: node.outputs.map(rename),
      }),
    ),
  };
}
