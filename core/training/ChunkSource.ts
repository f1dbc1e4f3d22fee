/**
 * Where chunks come from: assembled in place, or ahead of time by somebody else.
 *
 * Training asks for a chunk before it runs the one in hand. An inline source gains nothing from
 * that; one with a thread of its own assembles while the executor computes.
 */
import {
  type ChunkArrays,
  type ChunkFeederOptions,
  type ChunkPosition,
  createChunkFeeder,
} from './ChunkFeeder.ts';

export interface ChunkSource {
  /**
   * Assembles the chunk into one of two sets of arrays in turn: what a request gives stays valid
   * until the next but one has been made.
   */
  request(position: ChunkPosition): Promise<ChunkArrays>;
  dispose(): Promise<void>;
}

export interface ChunkSourceOptions extends ChunkFeederOptions {
  /** Elements of a whole chunk, by the name of the sequence. */
  readonly lengths: Readonly<Record<string, number>>;
}

export type CreateChunkSource = (options: ChunkSourceOptions) => ChunkSource;

export const inlineChunkSource: CreateChunkSource = (options) => {
  const feeder = createChunkFeeder(options);
  const sets = [allocateChunk(options), allocateChunk(options)];
  let turn = 0;
  return {
    async request(position) {
      const arrays = sets[turn++ % 2];
      feeder.fill(position, arrays);
      return arrays;
    },
    dispose: async () => undefined,
  };
};

/** One set of arrays, in memory that `createBuffer` gives: shared, where a thread fills them. */
export function allocateChunk(
  { dataset, lengths }: ChunkSourceOptions,
  createBuffer: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): ChunkArrays {
  const isInt = (name: string) => /^target2?$/.test(name) && dataset.targets instanceof Int32Array;
  return Object.fromEntries(
    Object.entries(lengths).map(([name, length]) => {
      const buffer = createBuffer(4 * length);
      return [name, isInt(name) ? new Int32Array(buffer) : new Float32Array(buffer)];
    }),
  );
}
