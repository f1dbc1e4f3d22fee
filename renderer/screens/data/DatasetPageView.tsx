import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { Section } from '../../components/Section.tsx';
import { useMessage } from '../../i18n/useMessage.ts';
import { useSpec } from '../../state/experiment.ts';
import { AugmentationSection } from './augmentation/AugmentationSection.tsx';
import { ClassBalance } from './ClassBalance.tsx';
import { DatasetFacts } from './DatasetFacts.tsx';
import { DatasetHeader } from './DatasetHeader.tsx';
import { PreprocessingSection } from './preprocessing/PreprocessingSection.tsx';
import { SamplesSection } from './SamplesSection.tsx';
import { SplitSettings } from './split/SplitSettings.tsx';
import { StatisticsSection } from './statistics/StatisticsSection.tsx';

interface DatasetPageViewProps {
  readonly dataset: DatasetInfo;
}

export function DatasetPageView({ dataset }: DatasetPageViewProps) {
  const { t } = useTranslation();
  const say = useMessage();
  const spec = useSpec();
  const isUsed = spec?.dataset === dataset.id;
  const { target, kind, warnings } = dataset;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto p-6">
      <DatasetHeader dataset={dataset} />
      <DatasetFacts dataset={dataset} />
      {warnings.length > 0 ? (
        <ul className="flex flex-col gap-1 rounded-lg bg-attention-soft p-3">
          {warnings.map((warning) => (
            <li key={warning} className="flex gap-2 text-xs">
              <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0 text-attention" />
              {say(warning)}
            </li>
          ))}
        </ul>
      ) : null}
      {isUsed && spec ? <SplitSettings spec={spec} dataset={dataset} /> : null}
      {isUsed && spec ? <PreprocessingSection spec={spec} dataset={dataset} /> : null}
      {isUsed && spec && kind !== 'table' ? (
        <AugmentationSection spec={spec} dataset={dataset} />
      ) : null}
      {target.kind === 'class' ? (
        <Section title={t('data.classes')} note={target.name}>
          <ClassBalance labels={target.labels} counts={target.counts} />
        </Section>
      ) : null}
      <SamplesSection dataset={dataset} spec={isUsed ? spec : null} />
      <StatisticsSection dataset={dataset} />
    </div>
  );
}
