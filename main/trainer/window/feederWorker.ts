/** The worker that assembles a page's minibatches. */
import type { ChunkArrays } from '../../../core/training/ChunkFeeder.ts';
import { type FeederOrder, type FeederPort, serveFeeder } from '../serveFeeder.ts';

serveFeeder(self as unknown as FeederPort<ChunkArrays, FeederOrder>);
