import { useTranslation } from 'react-i18next';
import type { Component } from '../../../core/contract/ModelSpec.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { Section } from '../../components/Section.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useDatasetName } from '../../i18n/useDatasetName.ts';
import { useOptionWords } from '../../i18n/useOptionWords.ts';
import { isScheduled } from '../../settings/isScheduled.ts';
import type { CatalogGroup } from '../../state/catalog.ts';
import { InnerLayers } from '../model/InnerLayers.tsx';

interface RunSettingsProps {
  readonly run: RunRecord;
}

/** The exact settings that the run was started with. */
export function RunSettings({ run }: RunSettingsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useDatasetName();
  const wordsOf = useOptionWords();
  const describe = (group: CatalogGroup, component: Component) =>
    [component.type, wordsOf(group, component)].filter(Boolean).join(': ');
  const { spec, dataset } = run;
  const { split, training } = spec;
  // The warm-up comes first.
  const schedule = [
    ...(spec.warmup ? [describe('warmups', spec.warmup)] : []),
    describe('schedules', spec.schedule),
  ].join(' → ');
  const rows = [
    [t('screens.data'), nameOf(dataset)],
    [
      t('split.title'),
      t('runs.splitLine', {
        validation: format.wholePercent(split.validation),
        test: format.wholePercent(split.test),
      }),
    ],
    [t('normalization.label'), t(`normalization.${spec.preprocessing.normalization}`)],
    [t('train.optimizer'), describe('optimizers', spec.optimizer)],
    ...(isScheduled(spec) ? [[t('train.schedule'), schedule] as const] : []),
    ...(training.gradientClipping
      ? [[t('train.clipping'), describe('gradientClippings', training.gradientClipping)] as const]
      : []),
    [t('train.initialization'), describe('initializations', spec.initialization)],
    [t('train.loss'), describe('losses', spec.loss)],
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
                {describe('layers', layer)}
                {layer.layers ? <InnerLayers layers={layer.layers} /> : null}
              </div>
            </li>
          ))}
        </ol>
      </div>
    </Section>
  );
}
