export interface ChartPoint {
  readonly x: number;
  /** A value that is not finite leaves a gap. */
  readonly y: number;
}

export interface ChartSeries {
  readonly key: string;
  readonly label: string;
  /** A CSS colour. */
  readonly color: string;
  readonly points: readonly ChartPoint[];
  /** Background measurements, such as the loss of every iteration. */
  readonly faint?: boolean;
  readonly dash?: string;
  /** The point that the legend tells; the last one when absent. */
  readonly best?: ChartPoint | null;
}

/** A vertical line at something that happened. */
export interface ChartMark {
  readonly x: number;
  readonly label: string;
  /** A CSS colour where it is more than a place. */
  readonly color?: string;
}
