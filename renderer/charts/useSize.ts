import { startTransition, useEffect, useRef, useState } from 'react';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The whole pixels that an element has; null until the page has laid it out. The observer is told
 * behind a layout, so that nothing is measured by force; what is drawn at the size may be sliced.
 */
export function useSize() {
  const element = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const width = Math.round(entry.contentRect.width);
      const height = Math.round(entry.contentRect.height);
      if (width === 0 || height === 0) return;
      startTransition(() =>
        setSize((last) =>
          last?.width === width && last.height === height ? last : { width, height },
        ),
      );
    });
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, size };
}
