/**
 * How PyTorch calls the arguments of a layer, for printing and parsing its text.
 *
 * The rule needs no table: an option is PyTorch's argument in snake_case, in the catalog's order,
 * and arguments that change no number (`inplace`) are skipped. The notes hold what departs from
 * that, so a layer that follows PyTorch's signature needs no line here.
 */
import type { ComponentDescriptor } from '../../contract/Catalog.ts';

/** Values of an argument that the catalog does not have, under which the layer is the same. */
type Accepted = readonly (string | number | boolean | null)[];

interface PytorchNote {
  /** PyTorch's positional order where the catalog's is another; only names of the former. */
  readonly order?: readonly string[];
  readonly fixed?: Readonly<Record<string, Accepted>>;
  /** Written even at the catalog's default: PyTorch's is another one, or none. */
  readonly written?: readonly string[];
  /** Whether `padding` may be 'valid' or 'same'. */
  readonly namesPadding?: boolean;
}

const anywhere: Readonly<Record<string, Accepted>> = {
  inplace: [true, false],
  device: [null],
  dtype: [null],
};

const sparse = {
  max_norm: [null],
  norm_type: [2],
  scale_grad_by_freq: [false],
  sparse: [false],
} as const;

const notes: Readonly<Record<string, PytorchNote>> = {
  Flatten: { order: ['start_dim', 'end_dim'], fixed: { start_dim: [1], end_dim: [-1] } },
  Dropout: { order: ['p', 'inplace'] },
  BatchNorm1d: { fixed: { track_running_stats: [true] } },
  BatchNorm2d: { fixed: { track_running_stats: [true] } },
  Conv2d: { fixed: { padding_mode: ['zeros'] }, namesPadding: true },
  MaxPool2d: {
    order: ['kernel_size', 'stride', 'padding', 'dilation', 'return_indices', 'ceil_mode'],
    fixed: { return_indices: [false] },
  },
  AvgPool2d: { fixed: { divisor_override: [null] } },
  Softmax: { written: ['dim'] },
  LogSoftmax: { written: ['dim'] },
  Embedding: { fixed: sparse },
  EmbeddingBag: {
    order: [
      'num_embeddings',
      'embedding_dim',
      'max_norm',
      'norm_type',
      'scale_grad_by_freq',
      'mode',
      'sparse',
      'include_last_offset',
      'padding_idx',
    ],
    fixed: { ...sparse, include_last_offset: [false] },
  },
};

export interface PytorchArguments {
  /** Names in PyTorch's positional order. */
  readonly order: readonly string[];
  /** Arguments that are no option: the values that they may have. */
  readonly fixed: Readonly<Record<string, Accepted>>;
  /** Never left out. */
  readonly written: readonly string[];
  readonly namesPadding: boolean;
}

export function pytorchArguments({ type, options }: ComponentDescriptor): PytorchArguments {
  const note = Object.hasOwn(notes, type) ? notes[type] : {};
  const names = options.map(({ name }) => snakeCase(name));
  const order = note.order ?? names;
  // An option of the catalog wins: what is accepted as fixed today may be an option tomorrow.
  const fixed = Object.entries({ ...anywhere, ...note.fixed });
  return {
    order,
    fixed: Object.fromEntries(fixed.filter(([name]) => !names.includes(name))),
    written: note.written ?? [],
    namesPadding: note.namesPadding ?? false,
  };
}

/** `negativeSlope` → `negative_slope`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
