/**
 * The entry of an importer process: looks into one foreign file, or writes it in the library's
 * form, or makes an image of it fit a model; measures what was written, or answers what it makes of an
 * experiment, or which seals an edit would break; and ends.
 *
 * A file from outside may be anything, up to one that exhausts the memory of whoever parses it.
 * That may cost this process, never the service.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { decodeDataset } from '../../../core/data/decodeDataset.ts';
import { applyEdits } from '../../../core/data/edits/applyEdits.ts';
import { brokenSeals } from '../../../core/data/edits/brokenSeals.ts';
import { datasetStatistics } from '../../../core/data/statistics/datasetStatistics.ts';
import { answerSplitQuestion } from '../../../core/training/answerSplitQuestion.ts';
import type { DatasetFile } from '../../trainer/TrainerProtocol.ts';
import { type ImporterMessage, ImporterRequest } from './ImporterProtocol.ts';
import { DatasetWriter } from './import/DatasetWriter.ts';
import { describeImport } from './import/describeImport.ts';
import { fitImageFile } from './import/fitImageFile.ts';
import { importPath } from './import/importPath.ts';
import { inspectPath } from './import/inspectPath.ts';
import { progressTeller } from './import/progressTeller.ts';

process.once('message', (value) => void work(ImporterRequest.parse(value)));
process.on('disconnect', () => process.exit(1));
process.on('SIGINT', () => undefined);

async function work(request: ImporterRequest): Promise<void> {
  const last = await carryOut(request).catch(toFailure);
  process.send?.(last, () => process.disconnect());
}

async function carryOut(request: ImporterRequest): Promise<ImporterMessage> {
  if (request.kind === 'measure') {
    return { kind: 'measured', statistics: datasetStatistics(await openDataset(request)) };
  }
  if (request.kind === 'ask') {
    const dataset = await openDataset(request);
    return {
      kind: 'answered',
      answer: answerSplitQuestion(request.question, dataset, request.spec),
    };
  }
  if (request.kind === 'seals') {
    const { changed, sealed } = request;
    return { kind: 'broken', broken: brokenSeals(await openDataset(request), changed, sealed) };
  }
  if (request.kind === 'fit') return { kind: 'fitted', image: await fitImageFile(request) };
  const { path, options } = request;
  const context = { path, name: basename(path), options };
  if (request.kind === 'inspect') {
    return { kind: 'inspected', inspection: await inspectPath(context) };
  }
  let writer: DatasetWriter | null = null;
  const imported = await importPath({
    ...context,
    progress: progressTeller((message) => process.send?.(message satisfies ImporterMessage)),
    createWriter: (largest) => {
      writer?.close();
      writer = new DatasetWriter(request.output, largest);
      return writer;
    },
  });
  return { kind: 'imported', description: describeImport(imported, request) };
}

async function openDataset({ path, edits }: Pick<DatasetFile, 'path' | 'edits'>): Promise<Dataset> {
  return applyEdits(decodeDataset(await readFile(path)), edits);
}

function toFailure(cause: unknown): ImporterMessage {
  if (cause instanceof StudioError) return { kind: 'failed', error: cause.toData() };
  const { code, message } =
    cause instanceof Error ? (cause as NodeJS.ErrnoException) : { message: String(cause) };
  const error =
    code === 'ENOSPC'
      ? new StudioError('storage', 'The disk is full.', {
          hint: 'Free some space and try again. The library is as it was.',
        })
      : new StudioError('invalid-dataset', `The file cannot be read: ${message}`);
  return { kind: 'failed', error: error.toData() };
}
