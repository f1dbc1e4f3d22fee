import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem } from '../../components/Menu.tsx';
import { layerBars, usePreferences } from '../../state/preferences.ts';

/** The head of the bars: what they are the share of, and the choice of it. */
export function BarChoice() {
  const { t } = useTranslation();
  const { layerBar, set } = usePreferences();
  const name = t(`cost.bars.${layerBar}`);
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('cost.bar', { cost: name })}
          title={t('cost.bar', { cost: name })}
          className="flex w-26 items-center justify-end gap-0.5 whitespace-nowrap hover:text-ink @max-lg:hidden"
        >
          <span className="truncate">{name}</span>
          <ChevronDown aria-hidden className="size-3 shrink-0" />
        </button>
      }
    >
      {layerBars.map((bar) => (
        <MenuItem key={bar} isChosen={bar === layerBar} onSelect={() => set({ layerBar: bar })}>
          {t(`cost.bars.${bar}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
