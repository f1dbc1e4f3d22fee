import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { Section } from '../../components/Section.tsx';
import { describeComponent } from '../../format/describeComponent.ts';
import { useFormat } from '../../format/useFormat.ts';
import { InnerLayers } from '../model/InnerLayers.tsx';
import { isScheduled } from '../train/isScheduled.ts';

interface RunSettingsProps {
  readonly run: RunRecord;
}

/** The exact settings that the run was started with. */
export function RunSettings({ run }: RunSettingsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { spec, dataset } = run;
  const { split, training } = spec;
  const rows = [
    [t('screens.data'), dataset.name],
    [
      t('split.title'),
      t('runs.splitLine', {
        validation: format.wholePercent(split.validation),
        test: format.wholePercent(split.test),
      }),
    ],
    [t('normalization.label'), t(`normalization.${spec.preprocessing.normalization}`)],
    [t('train.optimizer'), describeComponent(spec.optimizer)],
    ...(isScheduled(spec) ? [[t('train.schedule'), describeSchedule(spec)] as const] : []),
    ...(training.gradientClipping
      ? [[t('train.clipping'), describeComponent(training.gradientClipping)] as const]
      : []),
    [t('train.initialization'), describeComponent(spec.initialization)],
    [t('train.loss'), describeComponent(spec.loss)],
    [t('train.batchSize'), format.integer(training.batchSize)],
    [t('train.epochs'), format.integer(training.epochs)],
    [t('train.seed'), String(spec.seed)],
    [t('train.device'), t(`devices.${spec.device}`)],
  ] as const satisfies readonly (readonly [string, string])[];
  return (
    <Section title={t('runs.settings')}>
      <div className="grid grid-cols-1 gap-x-12 gap-y-6 min-[1080px]:grid-cols-2">
        <dl className="selectable">
          {rows.map(([name, value]) => (
            <div key={name} className="flex gap-4 border-b border-line py-1.5">
              <dt className="w-32 shrink-0 text-muted">{name}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ))}
        </dl>
        <ol className="selectable">
          {spec.model.layers.map((layer, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the layers of a run never change places.
            <li key={index} className="flex gap-3 border-b border-line py-1.5">
              <span className="number w-5 text-right text-xs text-faint">{index}</span>
              <div className="min-w-0 flex-1">
                {describeComponent(layer)}
                {layer.layers ? <InnerLayers layers={layer.layers} /> : null}
              </div>
            </li>
          ))}
        </ol>
      </div>
    </Section>
  );
}

/** `LinearLR: length 3 → CosineAnnealingLR`: the warm-up comes first. */
function describeSchedule({ schedule, warmup }: ExperimentSpec): string {
  const parts = warmup ? [warmup, schedule] : [schedule];
  return parts.map(describeComponent).join(' → ');
}
