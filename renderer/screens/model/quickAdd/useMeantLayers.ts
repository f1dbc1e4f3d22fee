import { useMemo } from 'react';
import { walkLayers } from '../../../../core/contract/layerPath.ts';
import { familyName } from '../../../i18n/familyName.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useCatalog } from '../../../state/catalog.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { type MeantLayer, readQuickAdd } from './readQuickAdd.ts';

/** What the text may mean, best first. */
export function useMeantLayers(text: string): readonly MeantLayer[] {
  const layers = useCatalog(({ catalog }) => catalog.layers);
  const { localized } = useLanguage();
  const model = useExperiment(({ draft }) => draft?.spec.model.layers);
  return useMemo(() => {
    const known = [...walkLayers(model ?? [])].map(({ layer }) => layer);
    return readQuickAdd(text, {
      layers,
      wordsOf: ({ family, summary }) => `${familyName(family)} ${family} ${localized(summary)}`,
      lastOptions: (type) => known.findLast((layer) => layer.type === type)?.options ?? {},
    });
  }, [text, layers, localized, model]);
}
