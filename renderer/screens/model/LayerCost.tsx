import { useTranslation } from 'react-i18next';
import { ShareBar } from '../../components/ShareBar.tsx';
import type { LayerCosts } from '../../format/sumCosts.ts';
import { useFormat } from '../../format/useFormat.ts';
import { usePreferences } from '../../state/preferences.ts';

interface LayerCostProps {
  readonly costs: Omit<LayerCosts, 'parameters'> | undefined;
}

/** What a layer takes of the whole: its bytes, and as a bar its share of what was chosen for it. */
export function LayerCost({ costs }: LayerCostProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const bar = usePreferences((state) => state.layerBar);
  const { memory = null, multiplyAdds = 0, shares = null } = costs ?? {};
  const share = shares?.[bar] ?? 0;
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
        data-share
        className="flex w-26 shrink-0 items-center gap-1.5 text-muted @max-lg:hidden"
        title={
          multiplyAdds > 0
            ? t('cost.multiplyAddsOf', { count: multiplyAdds, shown: format.integer(multiplyAdds) })
            : undefined
        }
      >
        {share > 0 ? (
          <>
            <ShareBar share={share} />
            <span className="number w-9 shrink-0 text-right text-xs">
              {format.wholePercent(share)}
            </span>
            <span className="sr-only">{t('cost.shareOf', { cost: t(`cost.bars.${bar}`) })}</span>
          </>
        ) : null}
      </span>
    </>
  );
}
