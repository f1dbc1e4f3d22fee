import { startTransition, useEffect, useRef, useState } from 'react';

/**
 * The value, renewed at most once in so many milliseconds; the last one always arrives.
 *
 * `phase` delays each renewal, so that two charts of the same events are not drawn in the same
 * task. The renewal is a transition: React may slice its work, and a click goes first.
 */
export function useThrottled<T>(value: T, milliseconds: number, phase = 0): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const lastAt = useRef(0);

  useEffect(() => {
    latest.current = value;
    if (timer.current !== undefined) return;
    const wait = Math.max(phase, lastAt.current + milliseconds - performance.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      lastAt.current = performance.now();
      startTransition(() => setShown(latest.current));
    }, wait);
  }, [value, milliseconds, phase]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return shown;
}
