/** What trains a run, where there is something to say of it: how it was chosen, why it is another. */
import { Microchip } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeviceProblem, GpuBackend } from '../../../core/contract/DeviceProblem.ts';
import { gpuBackendNames } from '../../../core/contract/gpuBackendNames.ts';
import { passedOverKeys } from '../../../core/contract/PassedOver.ts';
import type { EarlierExecutor, ExecutorInfo, RunRecord } from '../../../core/contract/RunRecord.ts';
import { deviceProblemText } from '../../format/deviceProblemText.ts';
import { useFormat } from '../../format/useFormat.ts';

export function DeviceNote({ run }: { readonly run: RunRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { executor, spec } = run;
  if (!executor) return null;
  const { name, detail, measurement, earlier = [] } = executor;
  const problems = problemsOf(executor).map((one) => deviceProblemText(t, format, one));
  const isGpu = spec.device === 'gpu' && name === 'gpujs';
  if (problems.length === 0 && !isGpu && !measurement && earlier.length === 0) return null;
  return (
    <div data-testid="device-note" className="flex flex-col text-muted selectable">
      {problems.length > 0 ? (
        <Line>
          <Instead executor={executor} /> {problems.join(' ')}
        </Line>
      ) : isGpu ? (
        <Line>{t('train.onGpu', { detail })}</Line>
      ) : null}
      <Timings executor={executor} />
      {earlier.map((one, index) => (
        <Line key={`${one.detail} ${one.until.iteration}`}>
          <Earlier one={one} after={earlier[index - 1]?.until.iteration ?? 0} />
        </Line>
      ))}
    </div>
  );
}

const passedOver = (executor: ExecutorInfo) =>
  GpuBackend.options.filter((backend) => executor[passedOverKeys[backend]] !== undefined);

/** Why it is what trains; of every way to the GPU that was tried before. */
function problemsOf(executor: ExecutorInfo): DeviceProblem[] {
  const ways = passedOver(executor).flatMap((way) => executor[passedOverKeys[way]] ?? []);
  if (ways.length > 0 || !executor.insteadOfGpu) return ways;
  return [executor.insteadOfGpu];
}

/** What it is, and what it is not. */
function Instead({ executor }: { readonly executor: ExecutorInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { detail, backend = 'webgl2', insteadOfGpu } = executor;
  if (insteadOfGpu) return t('train.onCpu', { detail });
  const others = format.list(passedOver(executor).map((way) => gpuBackendNames[way]));
  return t('train.onGpuInstead', { detail, others, way: gpuBackendNames[backend] });
}

function Line({ children }: { readonly children: ReactNode }) {
  return (
    <p className="mt-1 flex items-start gap-1.5">
      <Microchip aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="text-pretty">{children}</span>
    </p>
  );
}

function Timings({ executor: { timings, measurement } }: { readonly executor: ExecutorInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first, second] = timings ?? [];
  if (!first?.name || !second?.name || !measurement) return null;
  const measured = {
    first: t(`executors.${first.name}`),
    firstSpeed: format.integer(first.iterationsPerSecond),
    second: t(`executors.${second.name}`),
    secondSpeed: format.integer(second.iterationsPerSecond),
    ratio: format.compact(first.iterationsPerSecond / second.iterationsPerSecond),
  };
  return (
    <Line>
      {measurement.isRemembered
        ? t('train.measuredBefore', measured)
        : t('train.measured', { ...measured, time: format.duration(measurement.seconds) })}
    </Line>
  );
}

interface EarlierProps {
  readonly one: EarlierExecutor;
  /** The iterations before it. */
  readonly after: number;
}

function Earlier({ one: { detail, until }, after }: EarlierProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (until.iteration === after) return t('train.trainedNothing', { detail });
  const place = {
    detail,
    from: format.integer(after + 1),
    iteration: format.integer(until.iteration),
    epoch: format.integer(until.epoch),
  };
  return after === 0 ? t('train.trainedUpTo', place) : t('train.trainedFrom', place);
}
