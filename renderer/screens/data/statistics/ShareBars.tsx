import { ShareBar } from '../../../components/ShareBar.tsx';
import { useFormat } from '../../../format/useFormat.ts';

interface ShareBarsProps {
  readonly bars: readonly { readonly label: string; readonly count: number }[];
}

/** Counts of names as bars on one scale. */
export function ShareBars({ bars }: ShareBarsProps) {
  const format = useFormat();
  const largest = Math.max(1, ...bars.map(({ count }) => count));
  // One width in all rows, so that bars end in one line.
  const digits = format.integer(largest).length + 1;
  return (
    <ul className="flex flex-col gap-0.5">
      {bars.map(({ label, count }) => (
        <li key={label} className="flex h-5 items-center gap-2 text-xs">
          <span className="w-24 shrink-0 truncate" title={label}>
            {label}
          </span>
          <ShareBar share={count / largest} />
          <span
            className="number min-w-12 shrink-0 text-right whitespace-nowrap"
            style={{ width: `${digits}ch` }}
          >
            {format.integer(count)}
          </span>
        </li>
      ))}
    </ul>
  );
}
