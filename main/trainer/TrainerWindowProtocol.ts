/**
 * What the service and the page of a trainer window tell each other, through the shell; both ends
 * parse what they receive.
 *
 * It is the protocol of a trainer process, with one difference: a sandboxed page opens no files, so
 * their contents come with the job.
 */
import { z } from 'zod';
import {
  Bytes,
  ControlRequest,
  TimingRequest,
  type TrainerMessage,
  TrainJob,
} from './TrainerProtocol.ts';

/** What a page computes by; one alone, because one that failed may hold memory of the card. */
export const WindowBackend = z.enum(['webgpu', 'webgl2']);
export type WindowBackend = z.infer<typeof WindowBackend>;

/** Take an adapter that computes on the processor, too. */
const Software = { software: z.boolean() };

const WindowStart = z.strictObject({
  kind: z.literal('start'),
  job: TrainJob,
  /** The file of the job's dataset. */
  dataset: Bytes,
  /** The text of the job's model file. */
  initialModel: z.string().nullable(),
  backend: WindowBackend,
  ...Software,
});
export type WindowStart = z.infer<typeof WindowStart>;

export const WindowRequest = z.discriminatedUnion('kind', [
  WindowStart,
  TimingRequest,
  /** Both are answered by the message of the same job of a process. */
  z.strictObject({ kind: z.literal('probe-devices'), ...Software }),
  z.strictObject({ kind: z.literal('self-test'), backend: WindowBackend, ...Software }),
  ControlRequest,
]);
export type WindowRequest = z.infer<typeof WindowRequest>;

/** What the window's preload exposes as `window.trainer`. */
export interface TrainerBridge {
  /** Resolves when the shell has it, so that training cannot outrun the channel. */
  send(message: TrainerMessage): Promise<void>;
  /** Whatever was said before is heard first. To be called once. */
  listen(listener: (request: unknown) => void): void;
}
