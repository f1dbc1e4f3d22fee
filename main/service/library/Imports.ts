/** The imports in work, by the path that they were asked for, so that they can be cancelled. */
import { resolve } from 'node:path';

export interface Imports {
  track<T>(path: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends all imports of the path; does nothing when there is none. */
  cancel(path: string): void;
}

export function createImports(): Imports {
  const running = new Map<AbortController, string>();
  return {
    async track(path, work) {
      const controller = new AbortController();
      running.set(controller, resolve(path));
      try {
        return await work(controller.signal);
      } finally {
        running.delete(controller);
      }
    },
    cancel(path) {
      for (const [controller, other] of running) if (other === resolve(path)) controller.abort();
    },
  };
}
