import { LockKeyhole } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import { Section } from '../../components/Section.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useBestEpochs } from '../../state/bestEpochs.ts';
import { mixedSeals } from './mixedSeals.ts';

const SEAL_DIGITS = 8;

interface FinalistsProps {
  readonly runs: readonly RunRecord[];
  readonly chosen: string;
  readonly onChoose: (run: string) => void;
}

export function Finalists({ runs, chosen, onChoose }: FinalistsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const best = useBestEpochs(runs);
  const mixed = useMemo(() => mixedSeals(runs), [runs]);
  const isRepeated = (name: string) => runs.filter((run) => run.name === name).length > 1;
  return (
    <Section title={t('test.choose')} note={t('test.chooseNote')}>
      <RadioGroup.Root
        value={chosen}
        onValueChange={onChoose}
        aria-label={t('test.choose')}
        className="max-h-60 overflow-y-auto rounded-lg border border-line"
      >
        {runs.map((run) => (
          <RadioGroup.Item
            key={run.id}
            value={run.id}
            className="group flex h-10 w-full items-center gap-3 border-b border-line px-3 text-left transition-colors last:border-b-0 hover:bg-hover data-[state=checked]:bg-accent-soft"
          >
            <span className="flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong group-data-[state=checked]:border-accent">
              <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
            </span>
            <span className="min-w-0 flex-1 truncate font-medium">
              {run.name}
              {isRepeated(run.name) ? (
                <span className="number ml-2 text-xs font-normal text-muted">{run.id}</span>
              ) : null}
            </span>
            {run.status === 'completed' ? null : <StatusBadge status={run.status} />}
            {mixed.has(run.dataset.id) && run.sealHash ? (
              <span className="number flex shrink-0 items-center gap-1 text-xs text-muted">
                <LockKeyhole aria-hidden className="size-3.5 text-test" />
                {run.sealHash.slice(0, SEAL_DIGITS)}
              </span>
            ) : null}
            <span className="caption shrink-0">{format.dateTime(run.startedAt)}</span>
            <span className="caption w-28 shrink-0 text-right">
              {run.testOpenedAt.length > 0
                ? t('test.opened', { count: run.testOpenedAt.length })
                : t('test.sealed')}
            </span>
            <span className="number w-20 shrink-0 text-right text-xs text-validation-ink">
              <Reached epoch={best[run.id] ?? run.last} />
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {mixed.size > 0 ? (
        <p className="caption mt-1.5 text-pretty" data-testid="mixed-seals">
          {t('test.mixedSeals')}
        </p>
      ) : null}
    </Section>
  );
}

/** What the run reached on validation. */
function Reached({ epoch }: { readonly epoch: EpochMetrics | null }) {
  const format = useFormat();
  if (!epoch) return '–';
  const { accuracy, loss } = epoch.validation;
  return accuracy === null ? format.loss(loss) : format.percent(accuracy);
}
