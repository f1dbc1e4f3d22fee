import { ChevronDown, ClipboardPaste, Copy, FileCode, FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NetworkFormat } from '../../../core/contract/NetworkText.ts';
import { copyNetwork } from '../../actions/copyNetwork.ts';
import { openFiles } from '../../actions/openFiles.ts';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../components/Menu.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { useNetworkText } from '../../state/networkText.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { desktop } from '../../studio.ts';
import { BarButton } from './BarButton.tsx';

const formats: readonly { readonly format: NetworkFormat; readonly name: string }[] = [
  { format: 'pytorch', name: 'PyTorch' },
  { format: 'keras', name: 'Keras' },
  { format: 'json', name: 'JSON' },
];

/** The network as text and as files, in both directions. */
export function NetworkMenu() {
  const { t } = useTranslation();
  const open = useNetworkText((state) => state.open);
  const layers = useExperiment((state) => state.draft?.spec.model.layers.length ?? 0);
  const chosen = useChosenPart();
  return (
    <Menu
      align="end"
      trigger={
        <BarButton
          icon={FileCode}
          label={t('networkText.menu')}
          variant="ghost"
          data-testid="network-menu"
        >
          <ChevronDown aria-hidden className="hidden @min-[680px]:inline" />
        </BarButton>
      }
    >
      <MenuItem
        icon={ClipboardPaste}
        onSelect={() => open(useNetworkText.getState().kept)}
        note="Ctrl+V"
      >
        {t('networkText.enter')}
      </MenuItem>
      <MenuItem icon={FileUp} onSelect={() => void chooseModel()}>
        {t('networkText.import')}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{t('networkText.network')}</MenuLabel>
      {formats.map(({ format, name }) => (
        <MenuItem
          key={format}
          icon={Copy}
          disabled={layers === 0}
          onSelect={() => void copyNetwork(format)}
        >
          {t('networkText.copyAs', { format: name })}
        </MenuItem>
      ))}
      {chosen === null ? null : (
        <>
          <MenuLine />
          <MenuLabel>{t('networkText.selected', { type: chosen.types })}</MenuLabel>
          {formats.map(({ format, name }) => (
            <MenuItem key={format} icon={Copy} onSelect={() => void copyNetwork(format, chosen)}>
              {t('networkText.copyAs', { format: name })}
            </MenuItem>
          ))}
        </>
      )}
    </Menu>
  );
}

/** The chosen layers of the model's own list, where they are neighbours. */
function useChosenPart() {
  const draft = useExperiment((state) => state.draft);
  const keys = useLayerSelection((state) => state.chosen);
  const indexes = (draft?.layerKeys ?? []).flatMap((key, index) =>
    keys.includes(key) ? [index] : [],
  );
  const [first] = indexes;
  const last = indexes.at(-1);
  if (!draft || first === undefined || last === undefined) return null;
  if (last - first + 1 !== indexes.length) return null;
  const { layers } = draft.spec.model;
  const types = [...new Set([first, last])].map((index) => layers[index]?.type).join(' – ');
  return { first, count: indexes.length, types };
}

async function chooseModel(): Promise<void> {
  await openFiles(await desktop.chooseImport('document'));
}
