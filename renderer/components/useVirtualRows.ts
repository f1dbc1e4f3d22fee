/** Which rows of a long list of equal rows are in sight, with a few more on either side. */
import { type RefObject, useEffect, useState } from 'react';

const OVERSCAN = 4;

export function useVirtualRows(
  box: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
) {
  const [view, setView] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  const first = Math.max(0, Math.floor(view.top / rowHeight) - OVERSCAN);
  const end = Math.min(rows, Math.ceil((view.top + view.height) / rowHeight) + OVERSCAN);
  return { first, end, height: rows * rowHeight };
}
