/** How Recharts draws a line: through its own measurements, with gaps where nothing can be drawn. */
import type { ComponentProps } from 'react';
import type { Line } from 'recharts';
import { gappedPath, type PathPoint } from './gappedPath.ts';

type LineShape = Extract<ComponentProps<typeof Line>['shape'], (...parameters: never[]) => unknown>;

export const ChartLine: LineShape = (props) => (
  <path
    className={props.className}
    // Each has the value that its place was made from, which the type leaves out.
    d={gappedPath((props.points ?? []) as readonly PathPoint[])}
    fill="none"
    stroke={props.stroke}
    strokeWidth={props.strokeWidth}
    strokeOpacity={props.strokeOpacity}
    strokeDasharray={props.strokeDasharray}
  />
);
