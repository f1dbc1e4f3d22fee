import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useDatasetName } from '../../i18n/useDatasetName.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { optionValueName } from '../../i18n/useOptionWords.ts';
import { useCatalog } from '../../state/catalog.ts';
import { incomparable, type ShownLoss } from './incomparable.ts';

interface ComparisonNoteProps {
  readonly runs: readonly RunRecord[];
  readonly metric: 'loss' | 'accuracy';
}

/** At the chart, that its curves are not of the same thing; nothing where they are. */
export function ComparisonNote({ runs, metric }: ComparisonNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useDatasetName();
  const nameOfLoss = useLossName();
  const catalog = useCatalog((state) => state.catalog.losses);
  const found = incomparable(runs, catalog);
  const datasets = format.list([...new Set(found.datasets.map(nameOf))]);
  const losses = format.list(found.losses.map(nameOfLoss));
  const isLossMixed = metric === 'loss' && losses !== '';
  const words = [
    datasets !== '' && isLossMixed ? t('runs.otherDataAndLoss', { datasets, losses }) : '',
    datasets !== '' && !isLossMixed ? t(`runs.otherData.${metric}`, { datasets }) : '',
    datasets === '' && isLossMixed ? t('runs.otherLoss', { losses }) : '',
    found.isSplitMixed ? t('runs.otherSplit') : '',
    found.edited ? t('runs.editedBetween', { dataset: nameOf(found.edited) }) : '',
  ].filter((one) => one !== '');
  if (words.length === 0) return null;
  return (
    <p
      role="status"
      data-testid="not-comparable"
      className="mb-1 flex shrink-0 items-start gap-1.5 text-xs text-attention selectable"
    >
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="text-pretty">
        {words.join(' ')} {t('runs.compareCourse')}
      </span>
    </p>
  );
}

/** `CrossEntropyLoss`, or `CrossEntropyLoss (Label smoothing ε 0.1)` where it is not the usual one. */
function useLossName(): (loss: ShownLoss) => string {
  const { localized } = useLanguage();
  return ({ type, changed, options }) => {
    const told = changed.map(
      ({ name, label }) => `${localized(label)} ${optionValueName(options[name])}`,
    );
    return told.length === 0 ? type : `${type} (${told.join(', ')})`;
  };
}
