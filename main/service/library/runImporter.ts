/** Looks into a foreign file in a process of its own, with limits on its memory and its silence. */
import { fork } from 'node:child_process';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { ImporterMessage, type ImporterRequest, type ImportProgress } from './ImporterProtocol.ts';

const HEAP_MEGABYTES = 2048;
/** A reader that works tells so every moment; this long without a word, it hangs. */
const SILENT_SECONDS = 120;

type LastMessage = Exclude<ImporterMessage, { kind: 'progress' | 'failed' }>;

export interface ImporterOptions {
  readonly entry: string;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Ends the process; the import then fails with `cancelled`. */
  readonly signal?: AbortSignal;
  readonly silentSeconds?: number;
}

/**
 * Throws StudioError `invalid-dataset` for a file that cannot be read, also when it ends the
 * process or hangs it.
 */
export function runImporter(
  request: ImporterRequest,
  { entry, onProgress, signal, silentSeconds = SILENT_SECONDS }: ImporterOptions,
): Promise<LastMessage> {
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise<LastMessage>((resolve, reject) => {
    const end = (error: StudioError) => {
      child.kill('SIGKILL');
      reject(error);
    };
    const hang = () => end(hung(request.path, silentSeconds));
    let silence = setTimeout(hang, silentSeconds * 1000);
    const finish = () => {
      clearTimeout(silence);
      signal?.removeEventListener('abort', abort);
    };
    const abort = () => end(cancelled(request.path));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    child.on('message', (value) => {
      clearTimeout(silence);
      silence = setTimeout(hang, silentSeconds * 1000);
      const { success, data } = ImporterMessage.safeParse(value);
      if (!success) end(new StudioError('internal', 'The importer sent a malformed message.'));
      else if (data.kind === 'progress') onProgress?.(data);
      else if (data.kind === 'failed') reject(StudioError.fromData(data.error));
      else resolve(data);
    });
    child.once('error', (cause) =>
      reject(new StudioError('internal', `The importer cannot be started: ${cause.message}`)),
    );
    child.once('exit', finish);
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

function hung(path: string, seconds: number): StudioError {
  return new StudioError('invalid-dataset', `Reading the file did not go on for ${seconds} s.`, {
    where: path,
    hint: 'The file may be damaged. The library is as it was.',
  });
}

function cancelled(path: string): StudioError {
  return new StudioError('cancelled', 'The import was cancelled.', {
    where: path,
    hint: 'The library is as it was.',
  });
}
