/**
 * What the guards saw: a sentence with its numbers, the first thing to do, and the way to the layer
 * that is meant.
 */
import { ArrowRight, CircleX, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { GuardFinding } from '../../../core/contract/GuardFinding.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { openLayer } from '../../actions/openLayer.ts';
import { Button } from '../../components/Button.tsx';
import { cn } from '../../components/cn.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useInspection } from '../../state/inspection.ts';
import { isFatal } from './isFatal.ts';

interface FindingListProps {
  readonly run: RunRecord;
  /** With every remedy; else with the first alone. */
  readonly isFull?: boolean;
}

const explain = () => useInspection.getState().inspect({ kind: 'help', topic: 'guards' });

export function FindingList({ run, isFull = false }: FindingListProps) {
  const { t } = useTranslation();
  if (run.findings.length === 0) return null;
  return (
    <ul
      data-testid="findings"
      aria-label={t('guards.title')}
      onPointerDown={explain}
      className="flex flex-col gap-2"
    >
      {run.findings.map((finding) => (
        <Finding
          key={`${finding.kind} ${finding.layer?.join('.')} ${finding.tensor}`}
          run={run}
          finding={finding}
          isFull={isFull}
        />
      ))}
    </ul>
  );
}

interface FindingProps extends Required<FindingListProps> {
  readonly finding: GuardFinding;
}

function Finding({ run, finding, isFull }: FindingProps) {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const { kind, layer, layerType, text, remedies } = finding;
  const Icon = isFatal(kind) ? CircleX : TriangleAlert;
  return (
    <li data-testid={`finding-${kind}`} className="flex items-start gap-2 selectable">
      <Icon
        aria-hidden
        className={cn('mt-0.5 size-4 shrink-0', isFatal(kind) ? 'text-error' : 'text-attention')}
      />
      <div className="flex min-w-0 max-w-3xl flex-col gap-0.5">
        <p className="text-pretty">
          {localized(text)}
          {layer ? (
            <Button
              variant="link"
              size="inline"
              data-testid="open-layer"
              className="ml-2 inline-flex"
              onClick={() => void openLayer(run, layer)}
            >
              {t('guards.openLayer', { layer: layerType ?? '' })}
              <ArrowRight aria-hidden />
            </Button>
          ) : null}
        </p>
        {(isFull ? remedies : remedies.slice(0, 1)).map((remedy) => (
          <p key={remedy.code} className="text-pretty text-muted">
            {localized(remedy.text)}
          </p>
        ))}
      </div>
    </li>
  );
}
