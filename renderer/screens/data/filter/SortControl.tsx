import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { SampleOrder } from '../../../../core/contract/SampleQuery.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { Select } from '../../../components/Select.tsx';
import { columnChoices, nameOfChoice, toChoice } from './columnChoices.ts';

interface SortControlProps {
  readonly dataset: DatasetInfo;
  readonly sort: SampleOrder | null;
  readonly onChange: (sort: SampleOrder | null) => void;
}

const NONE = 'none';

export function SortControl({ dataset, sort, onChange }: SortControlProps) {
  const { t } = useTranslation();
  const isRising = sort?.direction !== 'descending';
  return (
    <span className="flex items-center">
      <Select
        label={t('filter.sort')}
        className="w-44"
        value={sort ? toChoice(sort.column) : NONE}
        options={[
          { value: NONE, label: t('filter.unsorted') },
          ...columnChoices(dataset, 'sort').map(({ value, label }) => ({
            value,
            label: t('filter.sortedBy', { name: label }),
          })),
        ]}
        onChange={(value) =>
          onChange(
            value === NONE
              ? null
              : { column: nameOfChoice(value), direction: sort?.direction ?? 'ascending' },
          )
        }
      />
      {sort ? (
        <IconButton
          icon={isRising ? ArrowUp : ArrowDown}
          label={t(isRising ? 'filter.ascending' : 'filter.descending')}
          onClick={() => onChange({ ...sort, direction: isRising ? 'descending' : 'ascending' })}
        />
      ) : null}
    </span>
  );
}
