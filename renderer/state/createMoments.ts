/**
 * Hands one moment of a store to all who draw it, in turns: each turn in a task of its own, so that
 * clicks fit between them, and all of them the same state, however far the store has gone on
 * meanwhile.
 */
interface MomentsOptions<State, Turn extends string> {
  readonly look: () => State;
  /** Milliseconds after the moment at which each turn is handed it; below `every`. */
  readonly delays: Readonly<Record<Turn, number>>;
  /** Milliseconds between two moments at least. */
  readonly every: number;
  /** Calls what it is given, now; around all of a turn. */
  readonly hand: (work: () => void) => void;
}

interface Moments<State, Turn> {
  /** Returns the function that ends it. */
  follow(turn: Turn, show: (state: State) => void): () => void;
  /** There is something new: a moment comes as soon as one may. */
  ask(): void;
}

export function createMoments<State, Turn extends string>(
  options: MomentsOptions<State, Turn>,
): Moments<State, Turn> {
  const { look, delays, every, hand } = options;
  const followers = new Map<Turn, Set<(state: State) => void>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let takenAt = Number.NEGATIVE_INFINITY;

  function take(): void {
    timer = undefined;
    takenAt = performance.now();
    const state = look();
    for (const [turn, shows] of followers) {
      const tell = () =>
        hand(() => {
          for (const show of shows) show(state);
        });
      if (delays[turn] === 0) tell();
      else setTimeout(tell, delays[turn]);
    }
  }

  return {
    follow(turn, show) {
      const shows = followers.get(turn) ?? new Set();
      followers.set(turn, shows);
      shows.add(show);
      return () => void shows.delete(show);
    },
    ask() {
      if (timer !== undefined) return;
      timer = setTimeout(take, Math.max(0, takenAt + every - performance.now()));
    },
  };
}
