/**
 * An ONNX graph as the bytes of a ModelProto. Field numbers are those of onnx.proto (ONNX 1.16, IR
 * version 10). Source: https://github.com/onnx/onnx/blob/v1.16.0/onnx/onnx.proto
 */
import { strToU8 } from 'fflate';
import type {
  OnnxAttribute,
  OnnxGraph,
  OnnxInitializer,
  OnnxNode,
  OnnxSize,
  OnnxType,
  OnnxValue,
} from './OnnxGraph.ts';
import {
  bytesField,
  concatBytes,
  floatField,
  intField,
  messageField,
  textField,
} from './protobuf.ts';

const IR_VERSION = 10;
/** The operator set of ONNX 1.16, which ONNX Runtime 1.18 and later load. */
const OPSET = 21;

const DATA_TYPE = { float32: 1, int32: 6, int64: 7 } as const satisfies Record<OnnxType, number>;
const ATTRIBUTE_TYPE = { float: 1, int: 2, text: 3, tensor: 4, graph: 5, ints: 7 } as const;

/** `metadata`: texts for whoever opens the model elsewhere; a runtime does not look at them. */
export function encodeModel(
  graph: OnnxGraph,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  return concatBytes([
    intField(1, IR_VERSION),
    textField(2, 'descent-studio'),
    messageField(7, graphFields('step', graph)),
    messageField(8, [intField(2, OPSET)]),
    ...Object.entries(metadata).map(([key, value]) =>
      messageField(14, [textField(1, key), bytesField(2, strToU8(value))]),
    ),
  ]);
}

function graphFields(name: string, graph: OnnxGraph): Uint8Array[] {
  return [
    ...graph.nodes.map((node) => messageField(1, nodeFields(node))),
    textField(2, name),
    ...graph.initializers.map((tensor) => messageField(5, initializerFields(tensor))),
    ...graph.inputs.map((value) => messageField(11, valueFields(value))),
    ...graph.outputs.map((value) => messageField(12, valueFields(value))),
  ];
}

function nodeFields(node: OnnxNode): Uint8Array[] {
  return [
    ...node.inputs.map((name) => textField(1, name)),
    ...node.outputs.map((name) => textField(2, name)),
    textField(4, node.operator),
    ...Object.entries(node.attributes).map(([name, attribute]) =>
      messageField(5, [textField(1, name), ...attributeFields(attribute)]),
    ),
  ];
}

function attributeFields(attribute: OnnxAttribute): Uint8Array[] {
  if ('float' in attribute) {
    return [floatField(2, attribute.float), intField(20, ATTRIBUTE_TYPE.float)];
  }
  if ('int' in attribute) {
    return [intField(3, attribute.int), intField(20, ATTRIBUTE_TYPE.int)];
  }
  if ('text' in attribute) {
    return [textField(4, attribute.text), intField(20, ATTRIBUTE_TYPE.text)];
  }
  if ('initializer' in attribute) {
    const fields = initializerFields(attribute.initializer);
    return [messageField(5, fields), intField(20, ATTRIBUTE_TYPE.tensor)];
  }
  if ('graph' in attribute) {
    return [
      messageField(6, graphFields('body', attribute.graph)),
      intField(20, ATTRIBUTE_TYPE.graph),
    ];
  }
  return [...attribute.ints.map((value) => intField(8, value)), intField(20, ATTRIBUTE_TYPE.ints)];
}

function initializerFields({ name, type, shape, values }: OnnxInitializer): Uint8Array[] {
  return [
    ...shape.map((size) => intField(1, size)),
    intField(2, DATA_TYPE[type]),
    textField(8, name),
    bytesField(9, rawData(type, values)),
  ];
}

/** Little-endian, whatever the machine is. */
function rawData(type: OnnxType, values: ArrayLike<number>): Uint8Array {
  const width = type === 'int64' ? 8 : 4;
  const view = new DataView(new ArrayBuffer(values.length * width));
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (type === 'float32') view.setFloat32(index * width, value, true);
    else if (type === 'int32') view.setInt32(index * width, value, true);
    else view.setBigInt64(index * width, BigInt(value), true);
  }
  return new Uint8Array(view.buffer);
}

function valueFields({ name, type, shape }: OnnxValue): Uint8Array[] {
  const sizes = shape.map((size) => messageField(1, [sizeField(size)]));
  const tensorType = [intField(1, DATA_TYPE[type]), messageField(2, sizes)];
  return [textField(1, name), messageField(2, [messageField(1, tensorType)])];
}

function sizeField(size: OnnxSize): Uint8Array {
  return typeof size === 'number' ? intField(1, size) : textField(2, size);
}
