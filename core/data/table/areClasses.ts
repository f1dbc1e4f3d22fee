const MOST_NUMERIC_CLASSES = 20;

export interface TargetNumbers {
  readonly count: number;
  /** Different ones; a count beyond MOST_COUNTED says no more. */
  readonly distinct: number;
  readonly areWhole: boolean;
}

/** Further different numbers change nothing. */
export const MOST_COUNTED = MOST_NUMERIC_CLASSES + 1;

/**
 * Whether the numbers of a target are classes: whole, at most 20 different ones, each standing twice
 * on average; two different ones are always.
 */
export const areClasses = ({ count, distinct, areWhole }: TargetNumbers): boolean =>
  areWhole && distinct <= Math.min(MOST_NUMERIC_CLASSES, Math.max(2, count / 2));
