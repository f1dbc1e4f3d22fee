/** Tells how far an import is, at most ten times a second, with the time left by its pace so far. */
import type { ImportProgress } from '../ImporterProtocol.ts';

const MILLISECONDS_BETWEEN_MESSAGES = 100;
/** Before that the pace is that of starting. */
const MILLISECONDS_OF_PACE = 500;

export function progressTeller(
  tell: (progress: ImportProgress) => void,
): (fraction: number, rows: number) => void {
  const start = performance.now();
  let lastTold = Number.NEGATIVE_INFINITY;
  return (fraction, rows) => {
    const now = performance.now();
    if (now - lastTold < MILLISECONDS_BETWEEN_MESSAGES) return;
    lastTold = now;
    const elapsed = now - start;
    const isKnown = elapsed > MILLISECONDS_OF_PACE && fraction > 0;
    const secondsLeft = isKnown ? (elapsed * (1 - fraction)) / fraction / 1000 : null;
    tell({ kind: 'progress', fraction: Math.min(1, fraction), rows, secondsLeft });
  };
}
