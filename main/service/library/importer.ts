/**
 * The entry of an importer process: reads one foreign file, writes it in the library's form, and ends.
 *
 * A file from outside may be anything, up to one that exhausts the memory of whoever parses it. That may cost this
 * process, never the service.
 */
import { writeFile } from 'node:fs/promises';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { encodeDataset } from '../../../core/data/encodeDataset.ts';
import { describeDataset } from './describeDataset.ts';
import { type ImportReply, ImportRequest } from './ImporterProtocol.ts';
import { readForeign } from './readForeign.ts';

process.once('message', (value) => void work(ImportRequest.parse(value)));
process.on('disconnect', () => process.exit(1));
process.on('SIGINT', () => undefined);

async function work(request: ImportRequest): Promise<void> {
  const reply = await importFile(request).catch(toFailure);
  process.send?.(reply, () => process.disconnect());
}

async function importFile({ path, target, name, output }: ImportRequest): Promise<ImportReply> {
  const { dataset, kind } = await readForeign(path, target);
  const data = encodeDataset(dataset);
  await writeFile(output, data);
  const source = { kind, origin: path, license: null };
  return { ok: true, description: describeDataset(dataset, { name, source, bytes: data.length }) };
}

function toFailure(cause: unknown): ImportReply {
  if (cause instanceof StudioError) return { ok: false, error: cause.toData() };
  const message = cause instanceof Error ? cause.message : String(cause);
  return {
    ok: false,
    error: new StudioError('invalid-dataset', `The file cannot be read: ${message}`).toData(),
  };
}
