interface ValueBarsProps {
  readonly values: readonly number[];
  readonly label: string;
}

const HEIGHT = 36;
const WIDEST = 8;
const WIDTH = 264;

/** Values side by side on one scale, those below zero downwards. */
export function ValueBars({ values, label }: ValueBarsProps) {
  const finite = values.filter(Number.isFinite);
  const top = Math.max(0, ...finite);
  const bottom = Math.min(0, ...finite);
  const range = top - bottom || 1;
  const step = Math.min(WIDEST, WIDTH / values.length);
  const yOf = (value: number) => ((top - value) / range) * HEIGHT;
  return (
    <svg
      role="img"
      aria-label={label}
      width={step * values.length}
      height={HEIGHT}
      className="block shrink-0"
    >
      {values.map((value, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a node is its position.
          key={index}
          x={index * step}
          y={Math.min(yOf(value), yOf(0)) || 0}
          width={Math.max(1, step - 1)}
          height={Number.isFinite(value) ? Math.abs(yOf(value) - yOf(0)) : 0}
          fill="var(--ink-muted)"
        />
      ))}
      <line x1="0" x2={step * values.length} y1={yOf(0)} y2={yOf(0)} stroke="var(--line-strong)" />
    </svg>
  );
}
