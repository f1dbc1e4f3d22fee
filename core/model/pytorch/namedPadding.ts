import type { Options } from '../../contract/ModelSpec.ts';
import { type Size, toPair } from '../../layers/imageWindow.ts';
import type { PythonValue } from './parsePython.ts';
import { pythonLiteral } from './pythonLiteral.ts';
import { type TextPlace, textError } from './textError.ts';

/** PyTorch's words for a padding; print(model) shows them without quotes. */
export type PaddingName = 'valid' | 'same';

export function paddingName(value: PythonValue): PaddingName | null {
  if (value.kind !== 'string' && value.kind !== 'word') return null;
  return value.value === 'valid' || value.value === 'same' ? value.value : null;
}

/**
 * The pixels that a named padding comes to: none, or dilation · (kernelSize − 1) / 2 on each side,
 * with which the output is as large as the input.
 *
 * Throws StudioError `invalid-model` where PyTorch refuses it too, with another stride than 1, and
 * where the two sides would differ by a pixel.
 */
export function namedPadding(
  name: PaddingName,
  type: string,
  { kernelSize, stride = 1, dilation = 1 }: Options,
  place: TextPlace,
): number | number[] {
  if (name === 'valid') return 0;
  // Read as sizes already, whatever order they came in.
  const [kernels, strides, dilations] = [kernelSize, stride, dilation].map((size) =>
    toPair(size as Size),
  );
  if (strides.some((one) => one !== 1)) {
    throw textError(
      place,
      `${type} padding 'same' needs a stride of 1. Received ${pythonLiteral(stride)}.`,
      'PyTorch takes it with no other: give the padding in pixels.',
    );
  }
  const [height, width] = kernels.map((kernel, axis) => (dilations[axis] * (kernel - 1)) / 2);
  if (Number.isInteger(height) && Number.isInteger(width)) {
    return height === width ? height : [height, width];
  }
  throw textError(
    place,
    `${type} padding 'same' pads one side by a pixel more than the other with a kernel_size of ` +
      `${pythonLiteral(kernelSize)} and a dilation of ${pythonLiteral(dilation)}.`,
    'Here both sides are padded alike: give an odd kernel_size, or the padding in pixels.',
  );
}
