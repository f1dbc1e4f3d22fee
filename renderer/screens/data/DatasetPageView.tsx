import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import { Section } from '../../components/Section.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useMessage } from '../../i18n/useMessage.ts';
import { useSpec } from '../../state/experiment.ts';
import { AugmentationSection } from './augmentation/AugmentationSection.tsx';
import { ClassBalance } from './ClassBalance.tsx';
import { DatasetFacts } from './DatasetFacts.tsx';
import { DatasetHeader } from './DatasetHeader.tsx';
import { ImageGrid } from './ImageGrid.tsx';
import { SampleTable } from './SampleTable.tsx';
import { SplitSettings } from './SplitSettings.tsx';

interface DatasetPageViewProps {
  readonly dataset: DatasetInfo;
}

export function DatasetPageView({ dataset }: DatasetPageViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useMessage();
  const spec = useSpec();
  const isUsed = spec?.dataset === dataset.id;
  const { target, kind, samples, warnings } = dataset;
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
      {isUsed && spec && kind !== 'table' ? (
        <AugmentationSection spec={spec} dataset={dataset} />
      ) : null}
      {target.kind === 'class' ? (
        <Section title={t('data.classes')} note={target.name}>
          <ClassBalance labels={target.labels} counts={target.counts} />
        </Section>
      ) : null}
      <Section
        title={t('data.samplesTitle')}
        note={format.integer(samples)}
        className="flex min-h-90 flex-1 flex-col"
      >
        {kind === 'image' ? <ImageGrid dataset={dataset} /> : <SampleTable dataset={dataset} />}
      </Section>
    </div>
  );
}
