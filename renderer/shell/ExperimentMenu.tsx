/** The open experiment's name, and the way to the others. */
import { ChevronDown, Copy, GitCompare, Pencil, Plus, Search, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duplicateExperiment } from '../actions/duplicateExperiment.ts';
import { newExperiment } from '../actions/newExperiment.ts';
import { openExperiment } from '../actions/openExperiment.ts';
import { removeExperiment } from '../actions/removeExperiment.ts';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../components/Menu.tsx';
import { RenameField } from '../components/RenameField.tsx';
import { experimentTitle } from '../format/experimentTitle.ts';
import { useFormat } from '../format/useFormat.ts';
import { useComparison } from '../state/comparison.ts';
import { useExperiment } from '../state/experiment.ts';
import { useExperimentLibrary } from '../state/experimentLibrary.ts';
import { useNavigation } from '../state/navigation.ts';
import { usePalette } from '../state/palette.ts';

const SHOWN = 8;

export function ExperimentMenu() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, draft, change, settle } = useExperiment();
  const documents = useExperimentLibrary((state) => state.documents);
  const [renaming, setRenaming] = useState(false);
  if (draft && renaming) {
    return (
      <div data-of-document className="contents">
        <RenameField
          name={draft.spec.name}
          label={t('experiment.name')}
          className="w-80"
          onDone={(name) => {
            if (name)
              change((next) => {
                next.spec.name = name;
              });
            settle();
            setRenaming(false);
          }}
        />
      </div>
    );
  }
  return (
    <Menu
      trigger={
        <button
          type="button"
          data-testid="experiment-menu"
          className="flex h-8 max-w-96 min-w-0 items-center gap-1.5 rounded-lg px-2 text-sm font-semibold transition-colors hover:bg-hover"
        >
          <span className="truncate">{draft?.spec.name ?? t('experiment.none')}</span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-faint" />
        </button>
      }
    >
      {draft ? (
        <>
          <MenuItem icon={Pencil} onSelect={() => setRenaming(true)}>
            {t('common.rename')}
          </MenuItem>
          <MenuItem icon={Copy} onSelect={() => void duplicateExperiment()}>
            {t('common.duplicate')}
          </MenuItem>
          <MenuItem
            icon={GitCompare}
            onSelect={() => {
              useComparison.getState().open(null);
              useNavigation.getState().go('model');
            }}
          >
            {t('compare.with')}
          </MenuItem>
          <MenuItem
            icon={Trash2}
            isDangerous
            onSelect={() => id !== null && void removeExperiment({ id, name: draft.spec.name })}
          >
            {t('experiment.remove')}
          </MenuItem>
          <MenuLine />
        </>
      ) : null}
      <MenuItem icon={Plus} onSelect={() => void newExperiment()}>
        {t('experiment.new')}
      </MenuItem>
      {documents.length > 0 ? <MenuLine /> : null}
      {documents.length > 0 ? <MenuLabel>{t('experiment.recent')}</MenuLabel> : null}
      <DropdownMenu.RadioGroup value={id ?? ''}>
        {documents.slice(0, SHOWN).map((document) => (
          <MenuItem
            key={document.id}
            onSelect={() => openExperiment(document)}
            note={format.ago(document.updatedAt, Date.now())}
            isChosen={document.id === id}
          >
            {experimentTitle(document, documents)}
          </MenuItem>
        ))}
      </DropdownMenu.RadioGroup>
      {documents.length > SHOWN ? (
        <MenuItem icon={Search} onSelect={usePalette.getState().showExperiments}>
          {t('experiment.all')}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
