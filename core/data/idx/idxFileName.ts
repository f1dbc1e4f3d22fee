/**
 * What an IDX file's name tells: `train-images-idx3-ubyte.gz`, `t10k-labels.idx1-ubyte`, EMNIST's
 * longer ones.
 */
export interface IdxFileName {
  /** What stands before `images` or `labels`, such as `train-`; a pair shares it. */
  readonly prefix: string;
  readonly content: 'images' | 'labels';
  readonly isTestPart: boolean;
}

const pattern = /^(.*?)(images|labels)[-.]idx[13][-.]ubyte(?:\.gz)?$/i;

/** Null for a name that is not IDX. `name` is without folders. */
export function idxFileName(name: string): IdxFileName | null {
  const match = pattern.exec(name);
  if (!match) return null;
  const prefix = match[1].toLowerCase();
  return {
    prefix,
    content: match[2].toLowerCase() === 'images' ? 'images' : 'labels',
    isTestPart: /(?:^|[-_.])(?:t10k|test)[-_.]?$/.test(prefix),
  };
}
