import { LockKeyhole } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Tooltip } from '../../../components/Tooltip.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useInspection } from '../../../state/inspection.ts';
import { useRuns } from '../../../state/runs.ts';

interface SplitSealProps {
  readonly hash: string;
}

const HASH_DIGITS = 12;

/** The test split's seal, and since when runs are judged by just these samples. */
export function SplitSeal({ hash }: SplitSealProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const inspect = useInspection((state) => state.inspect);
  const runs = useRuns((state) => state.runs);
  const times = runs
    .filter(({ sealHash }) => sealHash === hash)
    .map(({ startedAt, createdAt }) => startedAt ?? createdAt);
  return (
    <p className="flex items-center gap-2 text-xs text-muted" data-testid="split-seal">
      <LockKeyhole aria-hidden className="size-3.5 shrink-0 text-test" />
      <Tooltip text={<span className="font-mono break-all">{hash}</span>}>
        <button
          type="button"
          className="rounded font-mono text-ink"
          onFocus={() => inspect({ kind: 'help', topic: 'seal' })}
        >
          {hash.slice(0, HASH_DIGITS)}…
        </button>
      </Tooltip>
      <span>
        {times.length === 0
          ? t('split.unsealed')
          : t('split.sealed', {
              count: times.length,
              since: format.dateTime(Math.min(...times)),
            })}
      </span>
    </p>
  );
}
