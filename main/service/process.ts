/**
 * The entry of the service's own process: requests come in, replies and events go out, each in its
 * envelope.
 *
 * Started by Electron as a utility process it talks over `process.parentPort`; started by Node as a
 * child process, over `process.send`. When the parent goes, running trainings are stopped with what
 * they have committed, then it ends.
 */
import { constants } from 'node:os';
import { z } from 'zod';
import {
  type EventEnvelope,
  type ReplyEnvelope,
  RequestEnvelope,
} from '../../core/contract/envelope.ts';
import { studioPaths } from '../paths.ts';
import { studioVersion } from '../studioVersion.ts';
import { WINDOWS_ARGUMENT, type WindowCommand, WindowReport } from '../windowEnvelope.ts';
import { plainNode } from './runs/plainNode.ts';
import { createTrainerWindows } from './runs/TrainerWindows.ts';
import { createStudioService, type StudioService } from './StudioService.ts';
import { schemaError } from './schemaError.ts';
import { studioHome } from './studioHome.ts';
import { toStudioError } from './toStudioError.ts';

interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

interface Channel {
  send(message: ReplyEnvelope | EventEnvelope | WindowCommand): void;
  onMessage(listener: (message: unknown) => void): void;
}

const Addressed = z.object({ id: z.number().int().nonnegative() });

function openChannel(): Channel {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort) {
    return {
      send: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    };
  }
  return {
    // The parent may go at any moment; then there is nobody to tell.
    send: (message) => {
      if (process.connected) process.send?.(message, () => undefined);
    },
    onMessage: (listener) => void process.on('message', listener),
  };
}

const channel = openChannel();
const words = process.argv.slice(2);
const windows = words.includes(WINDOWS_ARGUMENT) ? createTrainerWindows(channel.send) : undefined;
/** Kept when the store cannot be opened: every request is then answered with the reason. */
const service = startService();
if ('onEvent' in service) service.onEvent((event) => channel.send({ kind: 'event', event }));
channel.onMessage(hear);
for (const end of ['disconnect', 'SIGTERM', 'SIGINT'] as const)
  process.once(end, () => void quit());

function startService(): StudioService | { readonly failure: unknown } {
  try {
    const home = studioHome({ chosen: words.find((word) => !word.startsWith('--')) });
    return createStudioService({
      home,
      version: studioVersion(),
      ...studioPaths(),
      // The window stays quick beside a training; an idle processor serves it at full speed.
      trainerPriority: constants.priority.PRIORITY_BELOW_NORMAL,
      ...(windows && { trainerWindows: windows, plainNode: plainNode() }),
    });
  } catch (failure) {
    return { failure };
  }
}

function hear(message: unknown): void {
  const report = WindowReport.safeParse(message);
  if (report.success) windows?.hear(report.data);
  else void answer(message);
}

async function answer(message: unknown): Promise<void> {
  const addressed = Addressed.safeParse(message);
  // Without an id there is nobody to answer.
  if (!addressed.success) return;
  const { id } = addressed.data;
  try {
    if ('failure' in service) throw service.failure;
    const request = RequestEnvelope.safeParse(message);
    if (!request.success) throw schemaError('invalid-request', request.error, message);
    const { method, params } = request.data;
    channel.send({ kind: 'reply', id, ok: true, result: await service.request(method, params) });
  } catch (error) {
    channel.send({ kind: 'reply', id, ok: false, error: toStudioError(error).toData() });
  }
}

async function quit(): Promise<void> {
  windows?.abandon();
  if ('close' in service) await service.close();
  process.exit(0);
}
