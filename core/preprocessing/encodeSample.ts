/** From a raw sample of a person's to what the network takes, as in training. */
import type { RawSample } from '../contract/RawSample.ts';
import { StudioError } from '../contract/StudioError.ts';
import { formatShape, sizeOf } from '../graph/Tensor.ts';
import { createTextWriter } from '../text/createTextWriter.ts';
import { cellNumber } from './cellNumber.ts';
import type { ImagePreprocessor, Preprocessor, TablePreprocessor } from './Preprocessor.ts';
import { createRowWriter } from './RowWriter.ts';

/**
 * Throws StudioError `invalid-request` for a sample of another kind, for values that do not fit the
 * columns, and where one is missing that training never missed. Keep the function for many samples.
 */
export type SampleEncoder = (sample: RawSample) => Float32Array;

export function createSampleEncoder(preprocessor: Preprocessor): SampleEncoder {
  switch (preprocessor.kind) {
    case 'image':
      return (sample) => encodeImage(preprocessor, ofKind(sample, 'image').pixels);
    case 'table': {
      const encode = rowEncoder(preprocessor);
      return (sample) => encode(ofKind(sample, 'table').values);
    }
    case 'text': {
      const writer = createTextWriter(preprocessor);
      return (sample) => {
        const out = new Float32Array(sizeOf(writer.shape));
        writer.write(ofKind(sample, 'text').text, out, 0);
        return out;
      };
    }
    default:
      return preprocessor satisfies never;
  }
}

/** One sample; see createSampleEncoder. */
export function encodeSample(preprocessor: Preprocessor, sample: RawSample): Float32Array {
  return createSampleEncoder(preprocessor)(sample);
}

function ofKind<K extends RawSample['kind']>(
  sample: RawSample,
  kind: K,
): Extract<RawSample, { kind: K }> {
  if (sample.kind === kind) return sample as Extract<RawSample, { kind: K }>;
  throw new StudioError(
    'invalid-request',
    `The model takes samples of kind ${kind}. Received ${sample.kind}.`,
    { where: 'sample' },
  );
}

function encodeImage(
  { sampleShape, scale, shift }: ImagePreprocessor,
  pixels: readonly number[],
): Float32Array {
  refuseOtherLength(pixels.length, sampleShape);
  const out = new Float32Array(pixels.length);
  for (let at = 0; at < out.length; at++) {
    const value = Math.fround(pixels[at]);
    if (!Number.isFinite(value)) {
      throw new StudioError(
        'invalid-request',
        `Every value must be a finite number. Received ${pixels[at]}.`,
        { where: `values[${at}]` },
      );
    }
    out[at] = value * scale + shift;
  }
  return out;
}

function rowEncoder({ columns }: TablePreprocessor) {
  const writer = createRowWriter(columns);
  const places = Int32Array.from(columns.keys());
  const numbers = columns.map(cellNumber);
  const row = new Float32Array(columns.length);
  return (values: Extract<RawSample, { kind: 'table' }>['values']): Float32Array => {
    if (Array.isArray(values)) refuseOtherLength(values.length, [columns.length]);
    for (const [place, { name }] of columns.entries()) {
      if (!Array.isArray(values) && !Object.hasOwn(values, name)) {
        throw new StudioError('invalid-request', `The sample lacks the column "${name}".`, {
          where: `values["${name}"]`,
        });
      }
      row[place] = numbers[place](Array.isArray(values) ? values[place] : values[name]);
    }
    const out = new Float32Array(writer.width);
    writer.write(row, 0, places, out, 0);
    return out;
  };
}

function refuseOtherLength(received: number, shape: readonly number[]): void {
  const expected = sizeOf(shape);
  if (received === expected) return;
  throw new StudioError(
    'invalid-request',
    `The model takes ${expected} values of shape ${formatShape(shape)}. Received ${received}.`,
    { where: 'values' },
  );
}
