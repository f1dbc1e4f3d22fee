import { Microchip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';

/** What really trains a run for which the GPU was chosen: it, or the CPU and why. */
export function DeviceNote({ run }: { readonly run: RunRecord }) {
  const { t } = useTranslation();
  const { executor, spec } = run;
  if (spec.device !== 'gpu' || !executor) return null;
  const { detail } = executor;
  return (
    <p data-testid="device-note" className="mt-1 flex items-start gap-1.5 text-muted selectable">
      <Microchip aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="text-pretty">
        {t(executor.name === 'gpujs' ? 'train.onGpu' : 'train.onCpu', { detail })}
      </span>
    </p>
  );
}
