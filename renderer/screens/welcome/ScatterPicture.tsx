/**
 * A table as a cloud of its own samples: the two features with the most different values, a colour
 * and a shape a class.
 */
import { useMemo } from 'react';
import type { DatasetPage } from '../../../core/contract/DatasetInfo.ts';

const WIDTH = 240;
const HEIGHT = 176;
const MARGIN = 18;
const colors = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)'];

interface ScatterPictureProps {
  readonly page: DatasetPage;
  readonly label: string;
}

export function ScatterPicture({ page, label }: ScatterPictureProps) {
  const points = useMemo(() => layOut(page), [page]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid meet"
      className="h-full w-full"
    >
      {points.map(({ index, x, y, group }) => (
        <Mark key={index} x={x} y={y} group={group} />
      ))}
    </svg>
  );
}

interface MarkProps {
  readonly x: number;
  readonly y: number;
  readonly group: number;
}

function Mark({ x, y, group }: MarkProps) {
  const color = colors[group % colors.length];
  if (group % 3 === 1) {
    return <path d={`M${x} ${y - 3}l2.8 5h-5.6z`} fill={color} fillOpacity={0.75} />;
  }
  if (group % 3 === 2) {
    return (
      <rect x={x - 2.2} y={y - 2.2} width={4.4} height={4.4} fill={color} fillOpacity={0.75} />
    );
  }
  return <circle cx={x} cy={y} r={2.5} fill={color} fillOpacity={0.75} />;
}

function layOut({ rows }: DatasetPage): (MarkProps & { index: number })[] {
  const [across, up] = mostVaried(rows.map(({ values }) => values.map(Number)));
  const classes = [...new Set(rows.map(({ target }) => String(target)))].sort();
  const scale = (feature: number, from: number, to: number) => {
    const values = rows.map((row) => Number(row.values[feature] ?? 0));
    const low = Math.min(...values);
    const span = Math.max(...values) - low || 1;
    return (value: number) => from + ((value - low) / span) * (to - from);
  };
  const toX = scale(across, MARGIN, WIDTH - MARGIN);
  const toY = scale(up, HEIGHT - MARGIN, MARGIN);
  return rows.map(({ index, values, target }) => ({
    index,
    x: toX(Number(values[across] ?? 0)),
    y: toY(Number(values[up] ?? 0)),
    group: classes.indexOf(String(target)),
  }));
}

function mostVaried(rows: readonly (readonly number[])[]): [number, number] {
  const features = rows[0]?.length ?? 0;
  const order = Array.from({ length: features }, (_, feature) => feature)
    .map((feature) => ({ feature, distinct: new Set(rows.map((row) => row[feature])).size }))
    .sort((a, b) => b.distinct - a.distinct)
    .map(({ feature }) => feature);
  return [order[0] ?? 0, order[1] ?? order[0] ?? 0];
}
