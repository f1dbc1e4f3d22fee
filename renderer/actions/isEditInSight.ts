import type { EditName } from '../../core/contract/EditName.ts';
import type { Screen } from '../state/navigation.ts';

export interface Shown {
  readonly screen: Screen;
  readonly areSettingsBeside: boolean;
  /** Whether the data screen would show the dataset of the experiment, and nothing else. */
  readonly isOwnDataset: boolean;
}

const ofData = /^(dataset|split|preprocessing|augmentation)\b/;

/** Whether what is shown shows what an edit of the experiment changed. */
export function isEditInSight(
  name: EditName,
  { screen, areSettingsBeside, isOwnDataset }: Shown,
): boolean {
  const isOnOwnData = screen === 'data' && isOwnDataset;
  if (name.edit === 'settings') return false;
  if (name.edit === 'setting' && name.place === 'name') return true;
  if (name.edit === 'setting' && ofData.test(name.place)) return isOnOwnData;
  if (name.edit === 'setting') return screen === 'train' || areSettingsBeside;
  if (name.edit === 'option') return screen === 'model' || screen === 'train' || isOnOwnData;
  return screen === 'model';
}
