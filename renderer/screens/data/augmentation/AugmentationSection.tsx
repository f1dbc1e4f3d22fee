/**
 * What is done to training samples before the network sees them, and what comes of it: the list,
 * the samples as a run would train on them, and how much of the input really changes.
 */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { Section } from '../../../components/Section.tsx';
import { useSpec } from '../../../state/experiment.ts';
import { useNavigation } from '../../../state/navigation.ts';
import { AddAugmentation } from './AddAugmentation.tsx';
import { AugmentationList } from './AugmentationList.tsx';
import { AugmentationPreview } from './AugmentationPreview.tsx';
import { EffectMeter } from './EffectMeter.tsx';

interface AugmentationSectionProps {
  readonly dataset: DatasetInfo;
}

const SECTION = 'augmentation';

export function AugmentationSection({ dataset }: AugmentationSectionProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | null>(null);
  const spec = useSpec();
  const isWanted = useNavigation(({ anchor }) => anchor === SECTION);
  useEffect(() => {
    if (isWanted) document.getElementById(SECTION)?.scrollIntoView();
  }, [isWanted]);
  if (!spec) return null;
  const steps = spec.augmentation;
  return (
    <Section
      id={SECTION}
      title={t('augmentation.title')}
      note={t('augmentation.note')}
      action={<AddAugmentation kind={dataset.kind} onAdded={setOpen} />}
    >
      {steps.length === 0 ? (
        <p className="caption">
          {t(dataset.kind === 'text' ? 'augmentation.emptyTexts' : 'augmentation.empty')}
        </p>
      ) : (
        <div className="grid grid-cols-[minmax(16rem,1fr)_minmax(19.5rem,2fr)] items-start gap-6 max-lg:grid-cols-1">
          <div className="flex min-w-0 flex-col gap-3">
            <AugmentationList kind={dataset.kind} steps={steps} open={open} onOpen={setOpen} />
            <EffectMeter spec={spec} />
          </div>
          <AugmentationPreview spec={spec} />
        </div>
      )}
    </Section>
  );
}
