/**
 * Images as arrays: [N, height, width], [N, height, width, channels] or [N, channels, height, width],
 * of bytes, or of numbers in [0, 1] or [0, 255].
 */
import { StudioError } from '../../../../core/contract/StudioError.ts';
import { bytesOf } from '../../../../core/data/bytesOf.ts';
import { isMissing, parseNumber } from '../../../../core/data/csv/parseNumber.ts';
import type { ArrayPart } from '../../../../core/data/npy/arrangeArrays.ts';
import type { NpyArray } from '../../../../core/data/npy/readNpy.ts';
import { TargetBuilder } from '../../../../core/data/table/TargetBuilder.ts';
import type { WrittenDataset } from './DatasetWriter.ts';
import type { ImportContext } from './ImportContext.ts';

export interface ImageLayout {
  readonly shape: readonly [channels: number, height: number, width: number];
  readonly isChannelsLast: boolean;
}

export function importImageArrays(
  parts: readonly ArrayPart[],
  { createWriter, progress, options }: ImportContext,
): WrittenDataset {
  const layouts = parts.map(({ samples, samplesName }) => imageLayout(samples, samplesName));
  const [layout] = layouts;
  if (!layout) throw new RangeError('There must be a part.');
  for (const [index, { shape }] of layouts.entries()) {
    if (shape.join() === layout.shape.join()) continue;
    const name = parts[index]?.samplesName ?? '';
    throw invalid(name, `All images must have one size. "${name}" is [${shape.join(', ')}].`);
  }
  const writer = createWriter('images');
  const target = new TargetBuilder(parts[0]?.targetsName ?? 'y', options.task ?? null);
  const splits: number[] = [];
  const total = parts.reduce((sum, { samples }) => sum + (samples.shape[0] ?? 0), 0);
  for (const { samples, targets, targetsName, split } of parts) {
    const toBytes = byteReader(samples);
    for (let index = 0; index < (samples.shape[0] ?? 0); index++) {
      writer.write('images', readImage(index, layout, toBytes));
      const label = String(targets.at(index));
      if (isMissing(label))
        throw invalid(targetsName, `"${targetsName}" has a missing value: ${label}.`);
      target.add(label, parseNumber(label), target.length + 1);
      if (split !== null) splits.push(split);
      progress(target.length / total, target.length);
    }
  }
  if (target.length < 3) {
    throw invalid('', `There must be at least 3 samples. Received ${target.length}.`);
  }
  const built = target.finish();
  writer.write('targets', bytesOf(built.targets));
  if (splits.length > 0) writer.write('givenSplits', Uint8Array.from(splits));
  return writer.finish({
    kind: 'image',
    samples: target.length,
    sampleShape: layout.shape,
    target: built.target,
    columns: [],
    missing: [],
    warnings: built.warnings,
  });
}

/** Throws StudioError `invalid-dataset` for arrays of another form. */
export function imageLayout({ shape, dtype }: NpyArray, name: string): ImageLayout {
  const [, a = 0, b = 0, c = 0] = shape;
  const isImage = shape.length === 3 || (shape.length === 4 && [a, c].some(isChannelCount));
  if (!isImage || /^[US]/.test(dtype) || Math.max(a, b, c) > 1024) {
    throw invalid(
      name,
      `Images must be [N, height, width] or [N, height, width, 1 or 3] of at most 1024 pixels a side. ` +
        `"${name}" is [${shape.join(', ')}].`,
    );
  }
  if (shape.length === 3) return { shape: [1, a, b], isChannelsLast: false };
  if (isChannelCount(c)) return { shape: [c, a, b], isChannelsLast: true };
  return { shape: [a, b, c], isChannelsLast: false };
}

const isChannelCount = (size: number) => size === 1 || size === 3;

type ByteReader = (index: number) => number;

function byteReader(array: NpyArray): ByteReader {
  if (array.dtype === 'u1') return (index) => array.bytes[index] ?? 0;
  let most = 0;
  for (let index = 0; index < array.length; index++) {
    const value = Number(array.at(index));
    if (!(value >= 0 && value <= 255)) {
      throw invalid('', `Pixels must lie in [0, 1] or [0, 255]. Received ${value}.`);
    }
    if (value > most) most = value;
  }
  const scale = most <= 1 ? 255 : 1;
  return (index) => Math.round(Number(array.at(index)) * scale);
}

function readImage(index: number, { shape, isChannelsLast }: ImageLayout, read: ByteReader) {
  const [channels, height, width] = shape;
  const size = height * width;
  const image = new Uint8Array(channels * size);
  const start = index * image.length;
  for (let at = 0; at < image.length; at++) {
    const from = isChannelsLast ? (at % size) * channels + Math.floor(at / size) : at;
    image[at] = read(start + from);
  }
  return image;
}

function invalid(where: string, message: string): StudioError {
  return new StudioError('invalid-dataset', message, { where: where || null });
}
