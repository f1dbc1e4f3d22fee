/**
 * What the service and the page of a trainer window tell each other, through the shell; both ends
 * parse what they receive.
 *
 * It is the protocol of a trainer process, with two differences: a sandboxed page opens no files, so
 * their contents come with the job, and it may have no GPU, or lose it.
 */
import { z } from 'zod';
import { Bytes, ControlRequest, TrainerMessage, TrainJob } from './TrainerProtocol.ts';

const WindowStart = z.strictObject({
  kind: z.literal('start'),
  job: TrainJob,
  /** The file of the job's dataset. */
  dataset: Bytes,
  /** The text of the job's model file. */
  initialModel: z.string().nullable(),
  /** Take an adapter that computes on the processor, too. */
  software: z.boolean(),
});
export type WindowStart = z.infer<typeof WindowStart>;

export const WindowRequest = z.discriminatedUnion('kind', [WindowStart, ControlRequest]);
export type WindowRequest = z.infer<typeof WindowRequest>;

export const WindowMessage = z.discriminatedUnion('kind', [
  TrainerMessage,
  /** Nothing was trained: there is no GPU, or it cannot compute this. In words. */
  z.strictObject({ kind: z.literal('no-gpu'), reason: z.string() }),
  /** The GPU went away during training. */
  z.strictObject({ kind: z.literal('gpu-lost'), reason: z.string() }),
]);
export type WindowMessage = z.infer<typeof WindowMessage>;

/** What the window's preload exposes as `window.trainer`. */
export interface TrainerBridge {
  /** Resolves when the shell has it, so that training cannot outrun the channel. */
  send(message: WindowMessage): Promise<void>;
  /** Whatever was said before is heard first. To be called once. */
  listen(listener: (request: unknown) => void): void;
}
