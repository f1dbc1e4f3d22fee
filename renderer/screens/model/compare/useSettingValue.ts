import { useTranslation } from 'react-i18next';
import type {
  SettingDifference,
  SettingSide,
} from '../../../../core/contract/ExperimentComparison.ts';
import {
  COPIES,
  DeviceChoice,
  Normalization,
  PreprocessingSpec,
  SplitSpec,
} from '../../../../core/contract/ExperimentSpec.ts';
import { useDatasetName } from '../../../i18n/useDatasetName.ts';
import { optionValueName } from '../../../i18n/useOptionWords.ts';
import { useDatasets } from '../../../state/datasets.ts';

const { method } = SplitSpec.shape;
const { missingNumbers, missingCategories } = PreprocessingSpec.shape;

/** A setting's value in the words of its control. */
export function useSettingValue(): (
  where: SettingDifference['where'],
  value: SettingSide,
) => string {
  const { t } = useTranslation();
  const datasetName = useDatasetName();
  const datasets = useDatasets((state) => state.datasets);
  return (where, value) => {
    if (value === null) return '–';
    switch (where) {
      case 'dataset':
        return datasetName(
          datasets.find(({ id }) => id === value) ?? { id: String(value), name: String(value) },
        );
      case 'device':
        return t(`devices.${DeviceChoice.parse(value)}`);
      case 'split.method':
        return t(`split.methods.${method.parse(value)}`);
      case 'split.column':
        return value === COPIES ? t('split.copies') : String(value);
      case 'preprocessing.normalization':
        return t(`normalization.${Normalization.parse(value)}`);
      case 'preprocessing.missingNumbers':
        return t(`preprocessing.missing.${missingNumbers.parse(value)}`);
      case 'preprocessing.missingCategories':
        return t(`preprocessing.missing.${missingCategories.parse(value)}`);
      default:
        return Array.isArray(value) ? value.join(', ') : optionValueName(value);
    }
  };
}
