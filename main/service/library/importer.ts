/**
 * The entry of an importer process: reads one foreign file, writes it in the library's form, and
 * ends.
 *
 * A file from outside may be anything, up to one that exhausts the memory of whoever parses it.
 * That may cost this process, never the service.
 */
import { writeFile } from 'node:fs/promises';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { encodeDataset } from '../../../core/data/encodeDataset.ts';
import { describeDataset } from './describeDataset.ts';
import { type ImporterMessage, ImportRequest } from './ImporterProtocol.ts';
import { readForeign } from './readForeign.ts';

const MILLISECONDS_BETWEEN_MESSAGES = 100;

process.once('message', (value) => void work(ImportRequest.parse(value)));
process.on('disconnect', () => process.exit(1));
process.on('SIGINT', () => undefined);

async function work(request: ImportRequest): Promise<void> {
  const last = await importFile(request).catch(toFailure);
  process.send?.(last, () => process.disconnect());
}

async function importFile({ path, target, name, output }: ImportRequest): Promise<ImporterMessage> {
  const { dataset, kind } = await readForeign(path, { target, onProgress: progressTeller() });
  const data = encodeDataset(dataset);
  await writeFile(output, data);
  const source = { kind, origin: path, license: null };
  const description = describeDataset(dataset, { name, source, bytes: data.length });
  return { kind: 'done', description };
}

function progressTeller(): (fraction: number) => void {
  let lastTold = Number.NEGATIVE_INFINITY;
  return (fraction) => {
    if (performance.now() - lastTold < MILLISECONDS_BETWEEN_MESSAGES) return;
    lastTold = performance.now();
    process.send?.({ kind: 'progress', fraction } satisfies ImporterMessage);
  };
}

function toFailure(cause: unknown): ImporterMessage {
  if (cause instanceof StudioError) return { kind: 'failed', error: cause.toData() };
  const message = cause instanceof Error ? cause.message : String(cause);
  const error = new StudioError('invalid-dataset', `The file cannot be read: ${message}`);
  return { kind: 'failed', error: error.toData() };
}
