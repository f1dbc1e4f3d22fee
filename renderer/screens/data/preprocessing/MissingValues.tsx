import { useTranslation } from 'react-i18next';
import type { ColumnInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { PreprocessingSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { Field } from '../../../components/Field.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useExperiment } from '../../../state/experiment.ts';

interface MissingValuesProps {
  readonly preprocessing: PreprocessingSpec;
  readonly columns: readonly ColumnInfo[];
}

const numberRules = ['mean', 'drop'] as const;
const categoryRules = ['ownCategory', 'mostFrequent', 'drop'] as const;

/** Only where a column that the model sees lacks values, with how many. */
export function MissingValues({ preprocessing, columns }: MissingValuesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useExperiment((state) => state.change);
  const { excludedColumns, missingNumbers, missingCategories } = preprocessing;
  const lacking = columns.filter(
    ({ name, missing }) => missing > 0 && !excludedColumns.includes(name),
  );
  const numbers = lacking.filter(({ type }) => type !== 'category');
  const categories = lacking.filter(({ type }) => type === 'category');
  const noteOf = (some: readonly ColumnInfo[]) =>
    some.map(({ name, missing }) => `${name}: ${format.integer(missing)}`).join(', ');
  return (
    <>
      {numbers.length > 0 ? (
        <Field
          label={t('preprocessing.missingNumbers')}
          subject={{ kind: 'help', topic: 'missingNumbers' }}
          note={noteOf(numbers)}
        >
          {() => (
            <Segmented
              label={t('preprocessing.missingNumbers')}
              value={missingNumbers}
              options={numberRules.map((value) => ({
                value,
                label: t(`preprocessing.missing.${value}`),
              }))}
              onChange={(rule) =>
                change((draft) => {
                  draft.spec.preprocessing.missingNumbers = rule;
                })
              }
            />
          )}
        </Field>
      ) : null}
      {categories.length > 0 ? (
        <Field
          label={t('preprocessing.missingCategories')}
          subject={{ kind: 'help', topic: 'missingCategories' }}
          note={noteOf(categories)}
        >
          {() => (
            <Segmented
              label={t('preprocessing.missingCategories')}
              value={missingCategories}
              options={categoryRules.map((value) => ({
                value,
                label: t(`preprocessing.missing.${value}`),
              }))}
              onChange={(rule) =>
                change((draft) => {
                  draft.spec.preprocessing.missingCategories = rule;
                })
              }
            />
          )}
        </Field>
      ) : null}
    </>
  );
}
