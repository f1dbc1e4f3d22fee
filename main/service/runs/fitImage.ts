/**
 * An image of a person's, as the model of a run takes images.
 *
 * Files come from anywhere, so the importer's process decodes them. A drawing is lines, and is drawn
 * here as the samples of the run's dataset are, or on a plain sheet where the library lacks it.
 */
import { resolve } from 'node:path';
import type { FittedImage, ImageSource } from '../../../core/contract/ImageSource.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { drawStrokes } from '../../../core/data/images/drawStrokes.ts';
import { type InkStyle, inkStyle, plainInk } from '../../../core/data/images/inkStyle.ts';
import type { ModelFile } from '../../../core/model/ModelFile.ts';
import { runImporter } from '../library/runImporter.ts';
import type { ServiceContext } from '../ServiceContext.ts';

/** Throws StudioError `invalid-request` for a model that takes no images. */
export async function fitImage(
  context: ServiceContext,
  run: string,
  { input, provenance }: ModelFile,
  image: ImageSource,
): Promise<FittedImage> {
  if (input.kind !== 'image') {
    const message = `The model takes samples of kind ${input.kind}. Received image.`;
    throw new StudioError('invalid-request', message, { where: 'run' });
  }
  const [channels = 1, height = 1, width = 1] = input.sampleShape;
  const shape = [channels, height, width] as [number, number, number];
  if (image.kind === 'drawing') {
    const pixels = drawStrokes(image, shape, await styleOf(context, run, shape));
    return { original: null, pixels: [...pixels] };
  }
  const { path, isInverted } = image;
  const fit = provenance.dataset.fit ?? 'stretch';
  const request = { kind: 'fit', path: resolve(path), shape, fit, isInverted } as const;
  const done = await runImporter(request, { entry: context.importerEntry });
  if (done.kind === 'fitted') return done.image;
  throw new StudioError('internal', 'The importer lost its way.');
}

/** Of the datasets that were drawn for: a person draws many figures for one. */
const remembered = new Map<string, InkStyle>();
const MOST_REMEMBERED = 16;

async function styleOf(
  { store, library, opened }: ServiceContext,
  run: string,
  shape: readonly number[],
): Promise<InkStyle> {
  const { dataset } = store.runs.get(run);
  const imported = dataset.importedHash ?? dataset.hash;
  const known = remembered.get(imported);
  if (known) return known;
  const [info] = library.findImported(imported);
  if (!info) return plainInk;
  const samples = await opened.imported(info.id);
  if (samples.kind !== 'image' || String(samples.sampleShape) !== String(shape)) return plainInk;
  const style = inkStyle(samples);
  const [oldest] = remembered.keys();
  if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(imported, style);
  return style;
}
