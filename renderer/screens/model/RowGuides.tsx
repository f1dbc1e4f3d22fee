import { INDENT_PIXELS } from './indent.ts';

/** A hairline for each block or group that the row stands in. */
export function RowGuides({ depth }: { readonly depth: number }) {
  return Array.from({ length: depth }, (_, level) => (
    <span
      aria-hidden
      // biome-ignore lint/suspicious/noArrayIndexKey: the levels are the keys.
      key={level}
      className="absolute inset-y-0 w-px bg-line-strong"
      style={{ left: level * INDENT_PIXELS + 10 }}
    />
  ));
}
