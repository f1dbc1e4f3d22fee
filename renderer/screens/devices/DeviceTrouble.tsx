import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DeviceProblem } from '../../../core/contract/DeviceProblem.ts';
import { deviceProblemText } from '../../format/deviceProblemText.ts';
import { useFormat } from '../../format/useFormat.ts';
import { desktop } from '../../studio.ts';

/** Why a device does not compute, and what to do. */
export function DeviceTrouble({ problem }: { readonly problem: DeviceProblem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isLinux = desktop.platform === 'linux';
  const isMissing = problem.code === 'no-adapter' || problem.code === 'software-only';
  const isDawn = isMissing && problem.backend === 'dawn';
  const onLinux = isDawn ? 'no-adapter-dawn' : 'no-adapter-linux';
  const advice = isLinux && isMissing ? onLinux : problem.code;
  return (
    <div className="flex gap-2 selectable">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-attention" />
      <div>
        <p>{deviceProblemText(t, format, problem)}</p>
        <p className="mt-0.5 text-muted">{t(`deviceAdvice.${advice}`)}</p>
      </div>
    </div>
  );
}
