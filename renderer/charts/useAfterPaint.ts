import { startTransition, useEffect, useState } from 'react';

/**
 * False in the first picture, true soon after: what is heavy to draw does not hold up its screen.
 */
export function useAfterPaint(): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setIsPainted(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isPainted;
}
