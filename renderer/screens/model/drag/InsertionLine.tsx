import { INDENT_PIXELS } from '../indent.ts';
import { useLayerDrag } from './useLayerDrag.ts';

/** Where what is dragged would stand. */
export function InsertionLine() {
  const target = useLayerDrag((state) => state.target);
  if (!target || target === 'remove') return null;
  return (
    <div
      aria-hidden
      data-testid="insertion-line"
      className="pointer-events-none absolute right-0 z-10 h-0.5 rounded-full bg-accent before:absolute before:-top-1 before:-left-1 before:size-2.5 before:rounded-full before:border-2 before:border-accent before:bg-surface"
      style={{ top: target.line - 1, left: target.depth * INDENT_PIXELS }}
    />
  );
}
