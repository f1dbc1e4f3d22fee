/**
 * A look inside a run's network, taken when it is asked for: what each layer hands on, how strong
 * its gradients are, how far its weights move.
 */
import { Microscope, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LayerStatistics } from '../../../core/contract/LayerStatistics.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Fact } from '../../components/Fact.tsx';
import { Section } from '../../components/Section.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useInspection } from '../../state/inspection.ts';
import { useLayerReadings } from '../../state/layerReadings.ts';
import { isActive } from '../../state/runs.ts';
import { LayerTable } from './LayerTable.tsx';

interface LayersPanelProps {
  readonly run: RunRecord;
}

export function LayersPanel({ run }: LayersPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = useLayerReadings(({ readings }) => readings[run.id]);
  const measure = useLayerReadings((state) => state.measure);
  const inspect = useInspection((state) => state.inspect);
  const statistics = known?.statistics ?? null;
  const note = statistics
    ? t(isActive(run) ? 'layers.noteWhileTraining' : 'layers.note', {
        epoch: format.integer(statistics.epoch),
        samples: format.integer(statistics.samples),
      })
    : t('layers.about');
  const look = () => {
    inspect({ kind: 'help', topic: 'layers' });
    void measure(run.id);
  };
  const Icon = statistics ? RefreshCw : Microscope;
  return (
    <Section
      title={t('layers.title')}
      note={note}
      action={
        <Button
          size="sm"
          data-testid="look-inside"
          disabled={run.last === null || known?.isMeasuring === true}
          title={run.last === null ? t('layers.needsEpoch') : undefined}
          onClick={look}
        >
          <Icon aria-hidden />
          {t(known?.isMeasuring ? 'layers.measuring' : statistics ? 'layers.again' : 'layers.look')}
        </Button>
      }
    >
      {known?.error ? <ErrorNote error={known.error} className="mb-3" /> : null}
      {statistics ? <Totals statistics={statistics} /> : null}
      {statistics ? <LayerTable run={run} statistics={statistics} /> : null}
      {known?.isMeasuring && !statistics ? (
        <div className="skeleton h-40" role="status" aria-label={t('layers.measuring')} />
      ) : null}
    </Section>
  );
}

/** What is true of the network as a whole. */
function Totals({ statistics }: { readonly statistics: LayerStatistics }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { loss, gradientNorm, learningRate, gradientNoise } = statistics;
  const explainNoise = () =>
    useInspection.getState().inspect({ kind: 'help', topic: 'gradientNoise' });
  return (
    <dl className="mb-3 flex flex-wrap gap-x-6 gap-y-2">
      <Fact label={t('layers.loss')}>{format.loss(loss)}</Fact>
      <Fact label={t('layers.gradientNorm')}>{format.compact(gradientNorm)}</Fact>
      <Fact label={t('chart.learningRate')}>{format.rate(learningRate)}</Fact>
      {gradientNoise ? (
        <div onPointerDown={explainNoise}>
          <Fact label={t('layers.noise')}>
            {Number.isFinite(gradientNoise.scale)
              ? t('layers.noiseSamples', {
                  count: Math.round(gradientNoise.scale),
                  shown: format.integer(gradientNoise.scale),
                })
              : t('layers.noiseUnknown')}
          </Fact>
        </div>
      ) : null}
    </dl>
  );
}
