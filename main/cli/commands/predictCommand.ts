/** `descent predict MODEL.json INPUT`: raw values through a model file, no store needed. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { TextEncoding } from '../../../core/contract/ImportOptions.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { ModelFile } from '../../../core/model/ModelFile.ts';
import { predictWithModel } from '../../../core/model/predictWithModel.ts';
import { isImageName } from '../../service/library/import/arrangeImages.ts';
import { fitImageFile } from '../../service/library/import/fitImageFile.ts';
import { readModel } from '../../service/library/readModel.ts';
import type { CommandContext } from '../CommandContext.ts';
import { formatShare } from '../format.ts';
import { refuseDecimal } from '../readDecimals.ts';
import { missingInput, readInput, refuseEncoding } from '../readInput.ts';
import {
  type CsvChoices,
  readRawSamples,
  refuseHeader,
  type SampleRows,
} from '../readRawSamples.ts';

type PredictContext = Pick<CommandContext, 'terminal' | 'json'>;

interface PredictFlags extends CsvChoices {
  readonly invert?: boolean;
  readonly encoding?: TextEncoding | null;
}

/**
 * `input`: for a model of images an image file of any size; a file of CSV rows or of a JSON array,
 * a JSON array itself, or `-` for the standard input; for a model of texts also a file of lines, or
 * a text.
 */
export async function predictCommand(
  { terminal, json }: PredictContext,
  modelPath: string,
  input: string,
  {
    invert = false,
    decimal = null,
    encoding = null,
    header = null,
    quotes = null,
  }: PredictFlags = {},
): Promise<void> {
  const model = openModel(modelPath);
  const { rows, notes } =
    model.input.kind === 'image' && isImageName(input)
      ? await readImage(input, model, { invert, decimal, encoding, header, quotes })
      : await readSamples(input, model.input, { decimal, encoding, header, quotes });
  if (!json) for (const note of notes) terminal.error(`note  ${note}`);
  for (const [index, { sample, where }] of rows.entries()) {
    const { top } = await predictWithModel(model, sample).catch((error: unknown) => {
      throw inRow(error, where);
    });
    if (json) {
      terminal.json({ row: index + 1, top });
    } else {
      terminal.line(
        `${where}  ${top.slice(0, 3).map(describeChoice(model.output.kind)).join('  ')}`,
      );
    }
  }
  if (json) terminal.json({ model: modelPath, predictions: rows.length, notes });
}

/** A run is no file, and a table no model: what was meant is said. */
function openModel(path: string): ModelFile {
  try {
    return readModel(path);
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    const { code, message, where, wayOut, cause } = error;
    if (code !== 'not-found' && wayOut !== 'other-file') throw error;
    const [run, file] = /^[a-z0-9-]+$/.test(path) ? [path, path] : ['RUN', 'model'];
    const way = `npm run descent -- export ${run} -o ${file}.json`;
    const hint = `The model comes first, as a file. A run becomes one: ${way}`;
    throw new StudioError(code, message, { where, hint, wayOut, cause });
  }
}

async function readSamples(
  input: string,
  preprocessor: ModelFile['input'],
  { encoding, ...choices }: Required<Omit<PredictFlags, 'invert'>>,
): Promise<SampleRows> {
  const { text, notes } = await readInput(input, preprocessor.kind, encoding);
  const found = readRawSamples(text, preprocessor, choices);
  return { rows: found.rows, notes: [...notes, ...found.notes] };
}

async function readImage(
  path: string,
  { model, provenance }: ModelFile,
  { invert: isInverted, decimal, encoding, header, quotes }: Required<PredictFlags>,
): Promise<SampleRows> {
  refuseDecimal(decimal);
  refuseEncoding(encoding);
  refuseHeader(header ?? quotes);
  if (!existsSync(path)) throw missingInput(path, 'image');
  const [channels = 1, height = 1, width = 1] = model.inputShape;
  const fit = provenance.dataset.fit ?? 'stretch';
  const wish = { path, shape: [channels, height, width], fit, isInverted } as const;
  const { pixels } = await fitImageFile(wish);
  return { rows: [{ sample: { kind: 'image', pixels }, where: basename(path) }], notes: [] };
}

function describeChoice(kind: 'class' | 'number') {
  return ({ label, value }: { readonly label: string; readonly value: number }) =>
    kind === 'class' ? `${label} ${formatShare(value)}` : `${label} = ${formatPrediction(value)}`;
}

/** Six digits that count: as many as float32 has. */
const formatPrediction = (value: number): string => String(Number(value.toPrecision(6)));

function inRow(error: unknown, where: string): unknown {
  if (!(error instanceof StudioError)) return error;
  const { code, message, hint } = error;
  const place = error.where?.startsWith('column') ? `${where}, ${error.where}` : where;
  return new StudioError(code, message, { where: place, hint, cause: error });
}
