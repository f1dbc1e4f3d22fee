/** What a person looks for among the samples of each dataset; kept when the screen changes. */
import { create } from 'zustand';
import type { SampleOrder } from '../../core/contract/SampleQuery.ts';

export interface SampleFilter {
  readonly text: string;
  /** A class. */
  readonly label: string | null;
  readonly split: 'train' | 'validation' | 'test' | null;
  /** What is asked of one column; its name is null for the target. */
  readonly column: {
    readonly name: string | null;
    readonly minimum: number | null;
    readonly maximum: number | null;
    readonly label: string | null;
    readonly isMissing: boolean;
  } | null;
  /** These ones alone, as a finding of the statistics names them. */
  readonly samples: {
    readonly title: string;
    readonly indices: readonly number[];
    /** Where they are groups of copies: all but the first of each group. */
    readonly copies: readonly number[] | null;
  } | null;
  /** Those alone that a person changed. */
  readonly isEdited: boolean;
  readonly sort: SampleOrder | null;
}

export const noFilter: SampleFilter = {
  text: '',
  label: null,
  split: null,
  column: null,
  samples: null,
  isEdited: false,
  sort: null,
};

interface SampleFiltersState {
  readonly filters: Readonly<Record<string, SampleFilter>>;
  change(dataset: string, changes: Partial<SampleFilter>): void;
  /** The order of samples stays. */
  clear(dataset: string): void;
}

export const useSampleFilters = create<SampleFiltersState>((set) => ({
  filters: {},
  change: (dataset, changes) =>
    set(({ filters }) => ({
      filters: { ...filters, [dataset]: { ...(filters[dataset] ?? noFilter), ...changes } },
    })),
  clear: (dataset) =>
    set(({ filters }) => {
      const sort = filters[dataset]?.sort ?? null;
      return { filters: { ...filters, [dataset]: { ...noFilter, sort } } };
    }),
}));
