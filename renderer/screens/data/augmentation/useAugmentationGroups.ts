import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import { type CatalogGroup, useCatalog } from '../../../state/catalog.ts';

type AugmentationGroup = Extract<
  CatalogGroup,
  'imageAugmentations' | 'textAugmentations' | 'batchAugmentations'
>;

const groupsByKind: Record<DatasetInfo['kind'], readonly AugmentationGroup[]> = {
  image: ['imageAugmentations', 'batchAugmentations'],
  text: ['textAugmentations'],
  table: [],
};

/** The groups of the catalog whose transforms fit a dataset, and the group of each type. */
export function useAugmentationGroups(kind: DatasetInfo['kind']) {
  const catalog = useCatalog((state) => state.catalog);
  const groups = groupsByKind[kind];
  const choices = groups.flatMap((group) =>
    catalog[group].map((descriptor) => ({ group, descriptor })),
  );
  const find = (type: string) => choices.find(({ descriptor }) => descriptor.type === type) ?? null;
  return { choices, find };
}
