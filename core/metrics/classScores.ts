/**
 * Precision, recall and F1 of every class, from the confusion matrix.
 *
 * precision = TP / (TP + FP), recall = TP / (TP + FN), F1 = 2 TP / (2 TP + FP + FN); 0 / 0 counts
 * as 0, as scikit-learn's zero_division=0. `macro` is the mean over classes, `weighted` the mean by
 * their samples; classes that neither occur nor are predicted are left out of both, as
 * scikit-learn does when it finds the labels itself.
 */
export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface ClassScores {
  /** By class; support is the number of samples of the class. */
  readonly classes: readonly (Scores & { readonly support: number })[];
  readonly macro: Scores;
  readonly weighted: Scores;
}

/** counts[actual][predicted], as confusionMatrix gives them. */
export function classScores(counts: readonly (readonly number[])[]): ClassScores {
  const predicted = counts.map((_, index) => total(counts.map((row) => row[index])));
  const classes = counts.map((row, index) => {
    const support = total(row);
    const right = row[index];
    return {
      precision: ratio(right, predicted[index]),
      recall: ratio(right, support),
      f1: ratio(2 * right, predicted[index] + support),
      support,
    };
  });
  const present = classes.filter(({ support }, index) => support + predicted[index] > 0);
  return {
    classes,
    macro: average(present, () => 1),
    weighted: average(present, ({ support }) => support),
  };
}

function average(
  classes: ClassScores['classes'],
  weightOf: (one: ClassScores['classes'][number]) => number,
): Scores {
  const weights = total(classes.map(weightOf));
  const mean = (name: keyof Scores) =>
    ratio(total(classes.map((one) => weightOf(one) * one[name])), weights);
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') };
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
