import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../core/contract/ExperimentReport.ts';
import { Fact } from '../../components/Fact.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useCheck } from '../../state/check.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useProblems } from '../../state/useProblems.ts';
import { CanvasBar } from './CanvasBar.tsx';
import { NetworkMenu } from './NetworkMenu.tsx';
import { SeeThroughToggle } from './seeThrough/SeeThroughToggle.tsx';

/** Its buttons stand at the layer. */
const said = ({ severity, message }: Problem) => ({ severity, message });

export function ModelTotals() {
  const { t } = useTranslation();
  const format = useFormat();
  const report = useCheck((state) => state.report);
  const layers = useExperiment((state) => state.draft?.spec.model.layers.length ?? 0);
  // Behind an error nothing can be counted, in front of it everything.
  const counted = report && report.multiplyAdds !== null ? report : null;
  const { layers: isLayersPart = false, memory: isMemoryPart = false } = counted?.partial ?? {};
  const output = report?.layers.at(-1)?.outputShape;
  // Said here, because the output is at the end of a list that may be far below.
  const wrongOutput = useProblems('model').find(
    ({ severity, where }) =>
      severity === 'error' && (where === 'model' || where === `model.layers[${layers - 1}]`),
  );
  return (
    <div className="@container sticky top-0 z-20 shrink-0 border-b border-line bg-surface px-6 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 @min-[560px]:flex-nowrap">
        <dl className="flex min-w-0 gap-x-4 @min-[900px]:gap-x-8">
          <Fact label={t('model.layers')} className="hidden @min-[680px]:block">
            {format.integer(layers)}
          </Fact>
          <Fact label={t('model.parameters')}>
            <span data-testid="model-parameters">{format.integer(counted?.parameters)}</span>
            <SoFar isPart={isLayersPart} />
          </Fact>
          <Fact label={t('model.buffers')} className="hidden @min-[840px]:block">
            {format.integer(counted?.bufferValues)}
            <SoFar isPart={isLayersPart} />
          </Fact>
          <Fact label={t('cost.bars.memory')} title={t('cost.memoryOfBatch')}>
            <span data-testid="model-memory">
              {report?.memory ? format.bytes(report.memory.total) : '–'}
            </span>
            <SoFar isPart={isMemoryPart} />
          </Fact>
          <Fact label={t('cost.bars.multiplyAdds')} title={t('cost.multiplyAdds')}>
            <span data-testid="model-multiply-adds">{format.integer(report?.multiplyAdds)}</span>
            <SoFar isPart={isLayersPart} />
          </Fact>
          <Fact label={t('model.output')}>
            <span className={wrongOutput ? 'text-error' : ''}>
              {output ? format.shape(output) : '–'}
            </span>
          </Fact>
        </dl>
        <div className="flex shrink-0 items-center gap-1">
          <CanvasBar />
          <SeeThroughToggle />
          <NetworkMenu />
        </div>
      </div>
      {wrongOutput ? <ProblemNote problem={said(wrongOutput)} className="mt-2" /> : null}
    </div>
  );
}

function SoFar({ isPart }: { readonly isPart: boolean }) {
  const { t } = useTranslation();
  if (!isPart) return null;
  return <span className="ml-1.5 font-sans text-xs text-muted">{t('cost.soFar')}</span>;
}
