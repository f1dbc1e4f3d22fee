/** Which samples are shown, and in which order; everything that is set must hold. */
import { Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { Button } from '../../../components/Button.tsx';
import { Select } from '../../../components/Select.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { noFilter, type SampleFilter, useSampleFilters } from '../../../state/sampleFilters.ts';
import { ColumnFilter } from './ColumnFilter.tsx';
import { SortControl } from './SortControl.tsx';

interface FilterBarProps {
  readonly dataset: DatasetInfo;
  readonly isUsed: boolean;
  /** Samples that it finds. */
  readonly total: number;
}

const ANY = 'any';
const LABEL = 'label:';
const MOST_CLASSES = 200;
const splits = ['train', 'validation', 'test'] as const;

export function FilterBar({ dataset, isUsed, total }: FilterBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const filter = useSampleFilters(({ filters }) => filters[dataset.id]) ?? noFilter;
  const { change, clear } = useSampleFilters.getState();
  const set = (changes: Partial<SampleFilter>) => change(dataset.id, changes);
  const { target, columns, kind } = dataset;
  const isSet = { ...filter, sort: null };
  const isActive = JSON.stringify(isSet) !== JSON.stringify(noFilter);
  const hasWords =
    kind === 'text' || target.kind === 'class' || columns.some(({ type }) => type === 'category');
  return (
    <search className="mb-2 flex flex-wrap items-start gap-2" aria-label={t('filter.title')}>
      {hasWords ? <SearchField text={filter.text} onChange={(text) => set({ text })} /> : null}
      {target.kind === 'class' ? (
        <Select
          label={t('filter.class')}
          className="w-36"
          value={filter.label === null ? ANY : LABEL + filter.label}
          options={[
            { value: ANY, label: t('filter.anyClass') },
            ...target.labels
              .slice(0, MOST_CLASSES)
              .map((label) => ({ value: LABEL + label, label })),
          ]}
          onChange={(value) => set({ label: value === ANY ? null : value.slice(LABEL.length) })}
        />
      ) : null}
      {isUsed ? (
        <Select
          label={t('filter.split')}
          className="w-36"
          value={filter.split ?? ANY}
          options={[
            { value: ANY, label: t('filter.anySplit') },
            ...splits.map((split) => ({ value: split, label: t(`roles.${split}`) })),
          ]}
          onChange={(value) => set({ split: splits.find((split) => split === value) ?? null })}
        />
      ) : null}
      <ColumnFilter
        dataset={dataset}
        column={filter.column}
        onChange={(column) => set({ column })}
      />
      <SortControl dataset={dataset} sort={filter.sort} onChange={(sort) => set({ sort })} />
      {dataset.edits || filter.isEdited ? (
        <Button
          aria-pressed={filter.isEdited}
          variant={filter.isEdited ? 'secondary' : 'ghost'}
          onClick={() => set({ isEdited: !filter.isEdited })}
        >
          {t('edits.only')}
        </Button>
      ) : null}
      {isActive ? (
        <span className="flex min-h-8 items-center gap-1">
          {filter.samples ? <span className="caption">{filter.samples.title}</span> : null}
          <span className="caption" role="status" data-testid="filter-total">
            {t('filter.found', {
              shown: format.integer(total),
              all: format.integer(dataset.samples),
            })}
          </span>
          <Button variant="ghost" size="sm" onClick={() => clear(dataset.id)}>
            <X aria-hidden />
            {t('filter.clear')}
          </Button>
        </span>
      ) : null}
    </search>
  );
}

interface SearchFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const LONGEST_TEXT = 200;

function SearchField({ text, onChange }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <label className="flex h-8 w-52 items-center gap-2 rounded-lg border border-line bg-raised px-2.5 transition-colors focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/25 hover:border-line-strong">
      <Search aria-hidden className="size-3.5 shrink-0 text-faint" />
      <input
        value={text}
        maxLength={LONGEST_TEXT}
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
          event.stopPropagation();
          onChange('');
        }}
        className="h-full w-full min-w-0 bg-transparent text-sm outline-none selectable placeholder:text-faint"
      />
    </label>
  );
}
