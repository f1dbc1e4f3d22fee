/** Parses a foreign file in a process of its own, with a limit on its memory. */
import { fork } from 'node:child_process';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { DatasetDescription } from './describeDataset.ts';
import { ImportReply, type ImportRequest } from './ImporterProtocol.ts';

const HEAP_MEGABYTES = 2048;

/** Throws StudioError `invalid-dataset` for a file that cannot be read, also when it ends the process. */
export async function runImporter(
  entry: string,
  request: ImportRequest,
): Promise<DatasetDescription> {
  const reply = await askImporter(entry, request);
  if (reply.ok) return reply.description;
  throw StudioError.fromData(reply.error);
}

function askImporter(entry: string, request: ImportRequest): Promise<ImportReply> {
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (value) => {
      const parsed = ImportReply.safeParse(value);
      if (parsed.success) resolve(parsed.data);
      else reject(new StudioError('internal', 'The importer sent a malformed reply.'));
    });
    child.once('error', (cause) =>
      reject(new StudioError('internal', `The importer cannot be started: ${cause.message}`)),
    );
    // A reply still in the channel arrives before `disconnect`, and rejecting after it changes nothing.
    child.once('disconnect', () => reject(importerDied(request.path)));
    child.send(request);
  });
}

function importerDied(path: string): StudioError {
  return new StudioError('invalid-dataset', 'Reading the file ended the importer process.', {
    where: path,
    hint: 'The file may be damaged, or too large for the memory. The library is as it was.',
  });
}
