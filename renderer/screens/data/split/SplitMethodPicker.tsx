import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { COPIES, type SplitSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { Field } from '../../../components/Field.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { Select } from '../../../components/Select.tsx';
import { useExperiment } from '../../../state/experiment.ts';
import { columnsFor, methodsFor, withMethod } from './splitMethods.ts';

interface SplitMethodPickerProps {
  readonly split: SplitSpec;
  readonly dataset: DatasetInfo;
}

/** By chance, by a column, or as the data says: only what this data allows. */
export function SplitMethodPicker({ split, dataset }: SplitMethodPickerProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const { columns } = dataset;
  const methods = methodsFor(dataset, split.method);
  const usable = columnsFor(split.method, columns);
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <Field label={t('split.method')} subject={{ kind: 'help', topic: 'splitMethod' }} inline>
        {() => (
          <Segmented
            label={t('split.method')}
            value={split.method}
            options={methods.map((value) => ({ value, label: t(`split.methods.${value}`) }))}
            onChange={(method) =>
              change((draft) => {
                draft.spec.split = withMethod(draft.spec.split, method, columns);
              })
            }
          />
        )}
      </Field>
      {usable.length > 0 ? (
        <Field
          label={t(split.method === 'ordered' ? 'split.orderColumn' : 'split.groupColumn')}
          subject={{ kind: 'help', topic: 'splitColumn' }}
          inline
        >
          {(id) => (
            <Select
              id={id}
              label={t('split.column')}
              className="w-48"
              value={split.column ?? ''}
              invalid={split.column === undefined || !usable.includes(split.column)}
              options={usable.map((name) => ({
                value: name,
                label: name === COPIES ? t('split.copies') : name,
              }))}
              onChange={(column) =>
                change((draft) => {
                  draft.spec.split.column = column;
                })
              }
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}
