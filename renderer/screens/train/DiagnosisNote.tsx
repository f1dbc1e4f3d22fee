/**
 * How the run learns, in words: the state and since when, the numbers behind it, what to do. While
 * it trains it is asked anew every few seconds.
 */
import { CircleCheck, CircleDashed, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Diagnosis, DiagnosisState } from '../../../core/contract/Diagnosis.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { cn } from '../../components/cn.ts';
import { useRequest } from '../../components/useRequest.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useInspection } from '../../state/inspection.ts';
import { isActive } from '../../state/runs.ts';
import { DiagnosisNumbers } from './DiagnosisNumbers.tsx';
import { useThrottled } from './useThrottled.ts';

interface DiagnosisNoteProps {
  readonly run: RunRecord;
  /** With the numbers and every remedy; else with the first alone. */
  readonly isFull?: boolean;
}

const ASK_MILLISECONDS = 3000;

const attention = { Icon: TriangleAlert, color: 'text-attention' };
const looks: Readonly<Record<DiagnosisState, { Icon: LucideIcon; color: string }>> = {
  'too-early': { Icon: CircleDashed, color: 'text-muted' },
  divergence: { Icon: CircleX, color: 'text-error' },
  leakage: attention,
  'label-noise': attention,
  overfitting: attention,
  plateau: attention,
  underfitting: attention,
  'good-fit': { Icon: CircleCheck, color: 'text-good' },
};

export function DiagnosisNote({ run, isFull = false }: DiagnosisNoteProps) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const epoch = useThrottled(run.last?.epoch ?? 0, ASK_MILLISECONDS);
  // The last epoch, and then the end, which may be told after it.
  const version = isActive(run) ? epoch : -1 - epoch;
  const { result } = useRequest('runs.diagnose', { run: run.id }, version);
  if (!result || (result.state === 'too-early' && isActive(run))) return null;
  const { Icon, color } = looks[result.state];
  const inspect = () => useInspection.getState().inspect({ kind: 'help', topic: 'diagnosis' });
  return (
    <section
      data-testid="diagnosis"
      data-state={result.state}
      aria-label={t('diagnosis.title')}
      onPointerDown={inspect}
      className="flex items-start gap-2 selectable"
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', color)} />
      <div className="flex min-w-0 max-w-3xl flex-col gap-2">
        <p className="text-pretty">{localized(result.explanation)}</p>
        {isFull ? <DiagnosisNumbers numbers={result.numbers} /> : null}
        <Remedies remedies={isFull ? result.remedies : result.remedies.slice(0, 1)} />
      </div>
    </section>
  );
}

function Remedies({ remedies }: Pick<Diagnosis, 'remedies'>) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  if (remedies.length === 0) return null;
  return (
    <ul aria-label={t('diagnosis.remedies')} className="flex flex-col gap-0.5 text-muted">
      {remedies.map(({ code, text }) => (
        <li key={code} className="text-pretty">
          {localized(text)}
        </li>
      ))}
    </ul>
  );
}
