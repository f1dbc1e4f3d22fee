/**
 * The mistakes one can make with a graph, each a class, so that callers can tell them apart and
 * name the layer.
 */
import { type DType, formatShape, type OpKind, type Shape } from './Tensor.ts';

/** Sizes that do not fit together. */
export class ShapeMismatchError extends Error {
  override readonly name = 'ShapeMismatchError';
  readonly expected: string;
  readonly received: Shape;

  constructor(where: string, expected: string, received: Shape) {
    super(`${where} expected ${expected}. Received ${formatShape(received)}.`);
    this.expected = expected;
    this.received = received;
  }
}

/** Integers where floats belong, or the other way round. */
export class DTypeMismatchError extends Error {
  override readonly name = 'DTypeMismatchError';

  constructor(where: string, expected: string, received: DType) {
    super(`${where} expected ${expected}. Received ${received}.`);
  }
}

/** A primitive that an executor has no kernel for. */
export class UnsupportedOpError extends Error {
  override readonly name = 'UnsupportedOpError';

  constructor(op: OpKind, executor: string) {
    super(`The ${executor} executor has no kernel for the primitive "${op}".`);
  }
}

/** Inputs of a run that do not match what the program declares. */
export class ProgramInputError extends Error {
  override readonly name = 'ProgramInputError';
}
