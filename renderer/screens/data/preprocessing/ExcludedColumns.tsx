import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ColumnInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { PreprocessingSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { cn } from '../../../components/cn.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { useInspection } from '../../../state/inspection.ts';

interface ExcludedColumnsProps {
  readonly preprocessing: PreprocessingSpec;
  readonly columns: readonly ColumnInfo[];
}

const MOST_COLUMNS = 200;

/** The columns as switches: what the model sees is ticked. */
export function ExcludedColumns({ preprocessing, columns }: ExcludedColumnsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useExperiment((state) => state.change);
  const inspect = useInspection((state) => state.inspect);
  const excluded = new Set(preprocessing.excludedColumns);
  const used = columns.filter(({ name }) => !excluded.has(name)).length;
  const toggle = (name: string) =>
    change(({ spec }) => {
      const names = spec.preprocessing.excludedColumns;
      spec.preprocessing.excludedColumns = names.includes(name)
        ? names.filter((other) => other !== name)
        : [...names, name];
    });
  return (
    <fieldset
      className="min-w-0"
      onFocusCapture={() => inspect({ kind: 'help', topic: 'excludedColumns' })}
    >
      <legend className="mb-1 text-xs font-medium text-muted">
        {t('preprocessing.columns', {
          used: format.integer(used),
          all: format.integer(columns.length),
        })}
      </legend>
      <div className="flex max-h-40 flex-wrap gap-1 overflow-y-auto">
        {columns.slice(0, MOST_COLUMNS).map(({ name }) => {
          const isUsed = !excluded.has(name);
          return (
            <button
              key={name}
              type="button"
              aria-pressed={isUsed}
              onClick={() => toggle(name)}
              className={cn(
                'flex h-6 max-w-48 items-center gap-1 rounded-md border px-2 text-xs transition-colors hover:border-line-strong',
                isUsed
                  ? 'border-line bg-raised'
                  : 'border-dashed border-line text-faint line-through',
              )}
            >
              {isUsed ? <Check aria-hidden className="size-3 shrink-0 text-accent-ink" /> : null}
              <span className="truncate" title={name}>
                {name}
              </span>
            </button>
          );
        })}
      </div>
      {columns.length > MOST_COLUMNS ? (
        <p className="caption mt-1">
          {t('import.cut', { shown: MOST_COLUMNS, all: format.integer(columns.length) })}
        </p>
      ) : null}
    </fieldset>
  );
}
