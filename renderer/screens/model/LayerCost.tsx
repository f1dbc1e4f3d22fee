import { useTranslation } from 'react-i18next';
import type { LayerReport } from '../../../core/contract/ExperimentReport.ts';
import { ShareBar } from '../../components/ShareBar.tsx';
import { useFormat } from '../../format/useFormat.ts';

interface LayerCostProps {
  readonly report: LayerReport | undefined;
}

/** What a layer takes of the whole: its bytes, its multiply-adds, and its share of them as a bar. */
export function LayerCost({ report }: LayerCostProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { memory = null, multiplyAdds = 0, share = null } = report ?? {};
  return (
    <>
      <span className="number w-16 shrink-0 text-right text-xs text-muted @max-2xl:hidden">
        {memory === null ? null : (
          <>
            {format.bytes(memory)}
            <span className="sr-only"> {t('cost.memory')}</span>
          </>
        )}
      </span>
      <span
        className="flex w-22 shrink-0 items-center gap-1.5 text-muted @max-lg:hidden"
        title={
          multiplyAdds > 0
            ? t('cost.multiplyAddsOf', { count: multiplyAdds, shown: format.integer(multiplyAdds) })
            : undefined
        }
      >
        {share !== null && multiplyAdds > 0 ? (
          <>
            <ShareBar share={share} />
            <span className="number w-9 shrink-0 text-right text-xs">
              {format.wholePercent(share)}
            </span>
            <span className="sr-only">{t('cost.share')}</span>
          </>
        ) : null}
      </span>
    </>
  );
}
