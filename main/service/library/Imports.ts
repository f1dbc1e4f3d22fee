/** The imports in work, by the path that they were asked for, so that they can be cancelled. */
import { resolve } from 'node:path';

export interface Imports {
  track<T>(path: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends all imports of the path; does nothing when there is none. */
  cancel(path: string): void;
  /** Ends all, and waits until nothing is left of them. */
  close(): Promise<void>;
}

export function createImports(): Imports {
  const running = new Map<AbortController, { path: string; ended: Promise<unknown> }>();
  return {
    async track(path, work) {
      const controller = new AbortController();
      const ended = work(controller.signal);
      running.set(controller, { path: resolve(path), ended });
      try {
        return await ended;
      } finally {
        running.delete(controller);
      }
    },
    cancel(path) {
      for (const [controller, other] of running) {
        if (other.path === resolve(path)) controller.abort();
      }
    },
    async close() {
      for (const controller of running.keys()) controller.abort();
      await Promise.allSettled([...running.values()].map(({ ended }) => ended));
    },
  };
}
