import { Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleInfo } from '../../../core/contract/DatasetInfo.ts';
import { trainSample } from '../../actions/trainSample.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useDatasetName } from '../../i18n/useDatasetName.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { isActive, useRuns } from '../../state/runs.ts';
import { SamplePicture } from './SamplePicture.tsx';

interface SampleCardProps {
  readonly sample: SampleInfo;
}

export function SampleCard({ sample }: SampleCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { localized } = useLanguage();
  const nameOf = useDatasetName();
  const [starting, setStarting] = useState(false);
  const busy = useRuns(({ runs }) => runs.some(isActive));
  const start = async () => {
    if (starting || busy) return;
    setStarting(true);
    await trainSample(sample);
    setStarting(false);
  };
  return (
    <button
      type="button"
      data-testid={`sample-${sample.id}`}
      aria-disabled={starting || busy}
      aria-description={busy ? t('welcome.busy') : undefined}
      onClick={() => void start()}
      className="group flex w-full flex-col overflow-hidden rounded-xl border border-line bg-raised text-left transition-[border-color,box-shadow] hover:border-line-strong hover:shadow-float aria-disabled:opacity-60"
    >
      <span className="block h-44 w-full border-b border-line bg-sunken/50">
        <SamplePicture sample={sample} />
      </span>
      <span className="flex flex-1 flex-col gap-1 p-4">
        <span className="text-md font-semibold">{nameOf(sample)}</span>
        <span className="text-pretty text-muted">{localized(sample.description)}</span>
        <span className="mt-auto flex items-center justify-between pt-3">
          <span className="caption">
            {t('welcome.facts', {
              samples: format.integer(sample.samples),
              classes: format.integer(sample.classes.length),
            })}
          </span>
          <span className="inline-flex h-7 items-center gap-1.5 rounded-lg bg-accent-soft px-2.5 text-xs font-semibold text-accent-ink transition-colors group-hover:bg-accent group-hover:text-on-accent">
            <Play aria-hidden className="size-3 fill-current" />
            {starting ? t('welcome.starting') : t('train.train')}
          </span>
        </span>
      </span>
    </button>
  );
}
