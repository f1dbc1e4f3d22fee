import { RadioGroup } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { EpochMetrics, RunRecord } from '../../../core/contract/RunRecord.ts';
import { Section } from '../../components/Section.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useBestEpochs } from '../../state/bestEpochs.ts';

interface FinalistsProps {
  readonly runs: readonly RunRecord[];
  readonly chosen: string;
  readonly onChoose: (run: string) => void;
}

export function Finalists({ runs, chosen, onChoose }: FinalistsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const best = useBestEpochs(runs);
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
