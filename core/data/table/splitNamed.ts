const splits: Readonly<Record<string, 0 | 1 | 2>> = {
  train: 0,
  training: 0,
  valid: 1,
  validation: 1,
  val: 1,
  dev: 1,
  test: 2,
  testing: 2,
};

/** 0 train, 1 validation, 2 test, by the words that folders and columns use; null for another. */
export function splitNamed(name: string): 0 | 1 | 2 | null {
  const word = name.trim().toLowerCase();
  return Object.hasOwn(splits, word) ? splits[word] : null;
}
