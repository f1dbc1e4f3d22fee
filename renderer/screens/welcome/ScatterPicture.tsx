/**
 * A table as a cloud of its own samples: the two features with the most different values, a colour
 * and a shape a class.
 */
import { useMemo } from 'react';
import type { DatasetPage } from '../../../core/contract/DatasetInfo.ts';
import { type ScatterPoint, scatterPoints } from './scatterPoints.ts';

const WIDTH = 240;
const HEIGHT = 176;
const frame = { width: WIDTH, height: HEIGHT, margin: 18 } as const;
const colors = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)'];

interface ScatterPictureProps {
  readonly page: DatasetPage;
  readonly label: string;
}

export function ScatterPicture({ page, label }: ScatterPictureProps) {
  const points = useMemo(() => scatterPoints(page, frame), [page]);
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

function Mark({ x, y, group }: Omit<ScatterPoint, 'index'>) {
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
