/**
 * The part of a page's feeder that runs in the worker: fills the arrays that it is handed, and hands
 * them back.
 *
 * A page has no memory that its threads share, so the arrays themselves go to and fro; nothing of
 * them is copied. The dataset is, once.
 */
import {
  type ChunkArrays,
  type ChunkFeeder,
  type ChunkFeederOptions,
  type ChunkPosition,
  createChunkFeeder,
} from '../../core/training/ChunkFeeder.ts';

export type FeederOrder =
  | { readonly kind: 'start'; readonly options: ChunkFeederOptions }
  | { readonly kind: 'fill'; readonly position: ChunkPosition; readonly arrays: ChunkArrays };

/** A worker as its page sees it, or the page as its worker does. */
export interface FeederPort<Sent, Heard> {
  postMessage(message: Sent, transfer: ArrayBufferLike[]): void;
  onmessage: ((event: { readonly data: Heard }) => void) | null;
}

export function serveFeeder(port: FeederPort<ChunkArrays, FeederOrder>): void {
  let feeder: ChunkFeeder | null = null;
  port.onmessage = ({ data }) => {
    if (data.kind === 'start') feeder = createChunkFeeder(data.options);
    else {
      feeder?.fill(data.position, data.arrays);
      port.postMessage(data.arrays, buffersOf(data.arrays));
    }
  };
}

export const buffersOf = (arrays: ChunkArrays): ArrayBufferLike[] =>
  Object.values(arrays).map(({ buffer }) => buffer);
