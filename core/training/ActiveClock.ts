/** A clock that stands still while training waits, so that a pause is no training time. */
export interface ActiveClock {
  /** Milliseconds; never goes back. */
  now(): number;
  /** Waits, and leaves the time out. */
  during(wait: Promise<void>): Promise<void>;
}

export function createActiveClock(now: () => number): ActiveClock {
  let left = 0;
  return {
    now: () => now() - left,
    async during(wait) {
      const start = now();
      await wait;
      left += now() - start;
    },
  };
}
