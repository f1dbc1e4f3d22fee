/** Parses a foreign file in a process of its own, with a limit on its memory. */
import { fork } from 'node:child_process';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { DatasetDescription } from './describeDataset.ts';
import { ImporterMessage, type ImportRequest } from './ImporterProtocol.ts';

const HEAP_MEGABYTES = 2048;

/**
 * Throws StudioError `invalid-dataset` for a file that cannot be read, also when it ends the
 * process.
 */
export function runImporter(
  entry: string,
  request: ImportRequest,
  onProgress: (fraction: number) => void,
): Promise<DatasetDescription> {
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.on('message', (value) => {
      const { success, data } = ImporterMessage.safeParse(value);
      if (!success) reject(new StudioError('internal', 'The importer sent a malformed message.'));
      else if (data.kind === 'progress') onProgress(data.fraction);
      else if (data.kind === 'done') resolve(data.description);
      else reject(StudioError.fromData(data.error));
    });
    child.once('error', (cause) =>
      reject(new StudioError('internal', `The importer cannot be started: ${cause.message}`)),
    );
    // A message still in the channel arrives before `disconnect`, and rejecting after it changes
    // nothing.
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
