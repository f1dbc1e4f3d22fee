import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { Section } from '../../components/Section.tsx';
import { useUnaugmentedSpec, useUsedDataset } from '../../state/experiment.ts';
import { AugmentationSection } from './augmentation/AugmentationSection.tsx';
import { ClassBalance } from './ClassBalance.tsx';
import { DatasetFacts } from './DatasetFacts.tsx';
import { DatasetHeader } from './DatasetHeader.tsx';
import { EditsSection } from './edits/EditsSection.tsx';
import { LeakageSection } from './leakage/LeakageSection.tsx';
import { PreprocessingSection } from './preprocessing/PreprocessingSection.tsx';
import { SamplesSection } from './SamplesSection.tsx';
import { SplitSettings } from './split/SplitSettings.tsx';
import { StatisticsSection } from './statistics/StatisticsSection.tsx';
import { WarningList } from './WarningList.tsx';

interface DatasetPageViewProps {
  readonly dataset: DatasetInfo;
}

export function DatasetPageView({ dataset }: DatasetPageViewProps) {
  const { t } = useTranslation();
  const isUsed = useUsedDataset() === dataset.id;
  const { target, warnings } = dataset;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto p-6">
      <DatasetHeader dataset={dataset} />
      <DatasetFacts dataset={dataset} />
      <WarningList warnings={warnings} />
      {isUsed ? <UseInExperiment dataset={dataset} /> : null}
      {target.kind === 'class' ? (
        <Section title={t('data.classes')} note={target.name}>
          <ClassBalance labels={target.labels} counts={target.counts} />
        </Section>
      ) : null}
      <SamplesSection dataset={dataset} isUsed={isUsed} />
      <EditsSection dataset={dataset} />
      <StatisticsSection dataset={dataset} />
    </div>
  );
}

/** What the open experiment makes of the dataset; drawn alone when that is changed. */
function UseInExperiment({ dataset }: DatasetPageViewProps) {
  const spec = useUnaugmentedSpec();
  if (!spec) return null;
  return (
    <>
      <SplitSettings spec={spec} dataset={dataset} />
      <LeakageSection spec={spec} dataset={dataset} />
      <PreprocessingSection spec={spec} dataset={dataset} />
      {dataset.kind === 'table' ? null : <AugmentationSection dataset={dataset} />}
    </>
  );
}
