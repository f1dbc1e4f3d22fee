import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { Button } from '../../../components/Button.tsx';
import { Menu, MenuItem, MenuLabel } from '../../../components/Menu.tsx';
import { familyName } from '../../../i18n/familyName.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { useInspection } from '../../../state/inspection.ts';
import { addStep, placeOfNew } from './augmentationEdits.ts';
import { useAugmentationGroups } from './useAugmentationGroups.ts';

interface AddAugmentationProps {
  readonly kind: DatasetInfo['kind'];
  /** Told which step is new, so that its form opens. */
  readonly onAdded: (position: number) => void;
}

/** The transforms of the catalog, by family. */
export function AddAugmentation({ kind, onAdded }: AddAugmentationProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const inspect = useInspection((state) => state.inspect);
  const { choices, find } = useAugmentationGroups(kind);
  const families = [...new Set(choices.map(({ descriptor }) => descriptor.family))];
  const add = ({ group, descriptor }: (typeof choices)[number]) => {
    const steps = useExperiment.getState().draft?.spec.augmentation ?? [];
    const isBatch = (type: string) => find(type)?.group === 'batchAugmentations';
    const position = placeOfNew(descriptor.type, steps, isBatch);
    change(addStep(descriptor.type, position));
    inspect({ kind: 'component', group, type: descriptor.type });
    onAdded(position);
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button size="sm" data-testid="add-augmentation">
          <Plus aria-hidden />
          {t('augmentation.add')}
        </Button>
      }
    >
      {families.map((family) => (
        <div key={family}>
          <MenuLabel>{familyName(family)}</MenuLabel>
          {choices
            .filter(({ descriptor }) => descriptor.family === family)
            .map((choice) => (
              <MenuItem key={choice.descriptor.type} onSelect={() => add(choice)}>
                {choice.descriptor.type}
              </MenuItem>
            ))}
        </div>
      ))}
    </Menu>
  );
}
