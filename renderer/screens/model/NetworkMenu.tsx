import { ChevronDown, ClipboardPaste, Copy, FileCode, FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NetworkFormat } from '../../../core/contract/NetworkText.ts';
import { copyNetwork } from '../../actions/copyNetwork.ts';
import { chosenPaths } from '../../actions/layers/chosenPaths.ts';
import { openFiles } from '../../actions/openFiles.ts';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../components/Menu.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { areNeighbours, indexOf } from '../../state/layers/paths.ts';
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
          <MenuLabel>{chosen.said}</MenuLabel>
          {chosen.part
            ? formats.map(({ format, name }) => (
                <MenuItem
                  key={format}
                  icon={Copy}
                  onSelect={() => void copyNetwork(format, chosen.part)}
                >
                  {t('networkText.copyAs', { format: name })}
                </MenuItem>
              ))
            : null}
        </>
      )}
    </Menu>
  );
}

/**
 * What is chosen, in words. Without a `part` it has no text of its own: layers inside a block are
 * built with the block around them, and layers apart do not follow each other.
 */
function useChosenPart() {
  const { t } = useTranslation();
  const layers = useExperiment((state) => state.draft?.spec.model.layers);
  useLayerSelection((state) => state.chosen);
  const paths = chosenPaths();
  const [path] = paths;
  if (!path) return null;
  if (path.length > 1 || !areNeighbours(paths)) return { said: t('networkText.selectedApart') };
  const first = indexOf(path);
  const ends = new Set([first, first + paths.length - 1]);
  const type = [...ends].map((index) => layers?.[index]?.type).join(' – ');
  return {
    said: t('networkText.selected', { type }),
    part: { first, count: paths.length },
  };
}

async function chooseModel(): Promise<void> {
  await openFiles(await desktop.chooseImport('document'));
}
