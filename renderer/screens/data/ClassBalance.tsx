import { ShareBar } from '../../components/ShareBar.tsx';
import { useFormat } from '../../format/useFormat.ts';

interface ClassBalanceProps {
  readonly labels: readonly string[];
  readonly counts: readonly number[];
}

/** How many samples each class has: bars on one scale, with their numbers. */
export function ClassBalance({ labels, counts }: ClassBalanceProps) {
  const format = useFormat();
  const total = counts.reduce((sum, count) => sum + count, 0);
  const largest = Math.max(...counts, 1);
  // One width in all rows, so that bars end in one line.
  const digits = format.integer(largest).length + 1;
  return (
    <ul className="grid max-h-64 grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-x-8 gap-y-1 overflow-y-auto">
      {labels.map((label, index) => {
        const count = counts[index] ?? 0;
        return (
          <li key={label} className="flex h-6 items-center gap-3">
            <span className="w-24 shrink-0 truncate" title={label}>
              {label}
            </span>
            <ShareBar share={count / largest} className="h-2" />
            <span
              className="number min-w-12 shrink-0 text-right text-xs whitespace-nowrap"
              style={{ width: `${digits}ch` }}
            >
              {format.integer(count)}
            </span>
            <span className="number w-14 shrink-0 text-right text-xs whitespace-nowrap text-faint">
              {format.percent(count / Math.max(total, 1))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
