import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { Select } from '../../../components/Select.tsx';
import type { SampleFilter } from '../../../state/sampleFilters.ts';
import { columnChoices, nameOfChoice, toChoice } from './columnChoices.ts';
import { DateField } from './DateField.tsx';
import { useCategories } from './useCategories.ts';

type Asked = SampleFilter['column'];

interface ColumnFilterProps {
  readonly dataset: DatasetInfo;
  readonly column: Asked;
  readonly onChange: (column: Asked) => void;
}

const ANY = 'any';
const MISSING = 'missing';
const LABEL = 'label:';

/** One column, or the number to predict: its range, its label, or that it is missing. */
export function ColumnFilter({ dataset, column, onChange }: ColumnFilterProps) {
  const { t } = useTranslation();
  const choices = columnChoices(dataset, 'filter');
  if (choices.length === 0) return null;
  const info = dataset.columns.find(({ name }) => name === column?.name);
  return (
    <>
      <Select
        label={t('filter.column')}
        className="w-40"
        value={column ? toChoice(column.name) : ANY}
        options={[{ value: ANY, label: t('filter.anyColumn') }, ...choices]}
        onChange={(value) =>
          onChange(value === ANY ? null : { ...asksNothing, name: nameOfChoice(value) })
        }
      />
      {column === null ? null : info?.type === 'category' ? (
        <LabelChoice dataset={dataset} column={column} onChange={onChange} />
      ) : (
        <Range column={column} type={info?.type ?? 'number'} onChange={onChange} />
      )}
      {column && info && info.type !== 'category' && info.missing > 0 ? (
        <label className="flex h-8 items-center gap-1.5 text-xs text-muted">
          <input
            type="checkbox"
            checked={column.isMissing}
            onChange={(event) => onChange({ ...column, isMissing: event.target.checked })}
            className="accent-accent"
          />
          {t('filter.missing')}
        </label>
      ) : null}
    </>
  );
}

const asksNothing = { minimum: null, maximum: null, label: null, isMissing: false };

interface ChoiceProps extends ColumnFilterProps {
  readonly column: NonNullable<Asked>;
}

function LabelChoice({ dataset, column, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const labels = useCategories(dataset.id, column.name);
  const value = column.isMissing ? MISSING : column.label === null ? ANY : LABEL + column.label;
  return (
    <Select
      label={t('filter.label')}
      className="w-40"
      value={value}
      options={[
        { value: ANY, label: t('filter.anyLabel') },
        { value: MISSING, label: t('filter.missing') },
        ...labels.map((label) => ({ value: LABEL + label, label })),
      ]}
      onChange={(next) =>
        onChange({
          ...column,
          isMissing: next === MISSING,
          label: next.startsWith(LABEL) ? next.slice(LABEL.length) : null,
        })
      }
    />
  );
}

interface RangeProps extends Omit<ChoiceProps, 'dataset'> {
  readonly type: 'number' | 'date';
}

function Range({ column, type, onChange }: RangeProps) {
  const { t } = useTranslation();
  const Bound = type === 'date' ? DateField : NumberField;
  return (
    <>
      <Bound
        label={t('filter.minimum')}
        placeholder={t('filter.minimum')}
        className="w-36"
        value={column.minimum}
        onChange={(minimum) => onChange({ ...column, minimum })}
        onClear={() => onChange({ ...column, minimum: null })}
      />
      <Bound
        label={t('filter.maximum')}
        placeholder={t('filter.maximum')}
        className="w-36"
        value={column.maximum}
        onChange={(maximum) => onChange({ ...column, maximum })}
        onClear={() => onChange({ ...column, maximum: null })}
      />
    </>
  );
}
