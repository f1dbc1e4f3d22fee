/**
 * Every layer that the catalog knows, by family; a click adds one after the selected layer.
 *
 * Left out are layers that hold others: the list shows what they hold, but cannot edit it.
 */
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComponentDescriptor } from '../../../core/contract/Catalog.ts';
import { familyName } from '../../i18n/familyName.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useCatalog } from '../../state/catalog.ts';
import { newLayerKey, useExperiment } from '../../state/experiment.ts';
import { useInspection } from '../../state/inspection.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { FamilyIcon } from './FamilyIcon.tsx';
import { insertLayer, newLayer } from './layerEdits.ts';

export function LayerPalette() {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const layers = useCatalog(({ catalog }) => catalog.layers);
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = layers.filter(
    ({ type, family, summary, holdsLayers }) =>
      !holdsLayers &&
      `${type} ${family} ${familyName(family)} ${localized(summary)}`
        .toLowerCase()
        .includes(wanted),
  );
  const families = [...new Set(found.map(({ family }) => family))];
  return (
    <section
      aria-label={t('model.palette')}
      className="flex w-50 shrink-0 flex-col gap-3 overflow-y-auto border-r border-line p-3"
    >
      <div className="flex h-8 shrink-0 items-center gap-2 rounded-lg bg-sunken px-2.5 focus-within:ring-2 focus-within:ring-accent/40">
        <Search aria-hidden className="size-3.5 shrink-0 text-faint" />
        <input
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          placeholder={t('model.search')}
          aria-label={t('model.search')}
          className="w-full min-w-0 bg-transparent outline-none placeholder:text-faint"
        />
      </div>
      {families.map((family) => (
        <div key={family}>
          <h2 className="caption px-2 pb-1">{familyName(family)}</h2>
          {found
            .filter((layer) => layer.family === family)
            .map((layer) => (
              <PaletteEntry key={layer.type} descriptor={layer} />
            ))}
        </div>
      ))}
      {found.length === 0 ? (
        <p className="px-2 text-muted">{t('model.noneFound', { query })}</p>
      ) : null}
    </section>
  );
}

function PaletteEntry({ descriptor }: { readonly descriptor: ComponentDescriptor }) {
  const { t } = useTranslation();
  const { draft, change } = useExperiment();
  const { selected, select } = useLayerSelection();
  const inspect = useInspection((state) => state.inspect);
  const subject = { kind: 'component', group: 'layers', type: descriptor.type } as const;
  const add = () => {
    const keys = draft?.layerKeys ?? [];
    const at =
      selected !== null && keys.includes(selected) ? keys.indexOf(selected) + 1 : keys.length;
    const key = newLayerKey();
    change(insertLayer(at, newLayer(descriptor), key));
    select(key);
    inspect(subject);
  };
  return (
    <button
      type="button"
      data-testid={`add-${descriptor.type}`}
      aria-label={t('model.add', { type: descriptor.type })}
      onClick={add}
      onFocus={() => inspect(subject)}
      className="group flex h-8 w-full items-center gap-2 rounded-lg px-2 text-left transition-colors hover:bg-hover"
    >
      <FamilyIcon family={descriptor.family} />
      <span className="min-w-0 truncate" title={descriptor.type}>
        {descriptor.type}
      </span>
      <Plus
        aria-hidden
        className="ml-auto size-3.5 shrink-0 text-faint opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
      />
    </button>
  );
}
