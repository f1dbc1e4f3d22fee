/**
 * False in the first picture, true soon after: what is heavy to draw does not hold up its screen.
 *
 * Those who wait are let through one a frame, so that two charts are never made in one task.
 */
import { startTransition, useEffect, useState } from 'react';

const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** A moment for clicks and for the frame between two heavy parts. */
const PAUSE_MILLISECONDS = 30;

function letThrough(): void {
  timer = undefined;
  const [next] = waiting;
  if (!next) return;
  waiting.delete(next);
  next();
  schedule();
}

function schedule(): void {
  if (timer === undefined && waiting.size > 0) timer = setTimeout(letThrough, PAUSE_MILLISECONDS);
}

export function useAfterPaint(): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    const draw = () => startTransition(() => setIsPainted(true));
    waiting.add(draw);
    schedule();
    return () => void waiting.delete(draw);
  }, []);
  return isPainted;
}
