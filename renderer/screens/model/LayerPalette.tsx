/**
 * Every layer that the catalog knows, by family, with what it is for, the whole of it on hover and
 * focus: a click adds one behind the selected layer, or it is dragged to its place.
 */
import { useDraggable } from '@dnd-kit/core';
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComponentDescriptor } from '../../../core/contract/Catalog.ts';
import { addLayers } from '../../actions/layers/editLayers.ts';
import { placeOfSelection } from '../../actions/layers/placeOfSelection.ts';
import { Tooltip } from '../../components/Tooltip.tsx';
import { familyName } from '../../i18n/familyName.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useCatalog } from '../../state/catalog.ts';
import { useInspection } from '../../state/inspection.ts';
import { newLayer } from '../../state/layers/newLayer.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { FamilyIcon } from './FamilyIcon.tsx';

export function LayerPalette() {
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const layers = useCatalog(({ catalog }) => catalog.layers);
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = layers.filter(({ type, family, summary }) =>
    `${type} ${family} ${familyName(family)} ${localized(summary)}`.toLowerCase().includes(wanted),
  );
  const families = [...new Set(found.map(({ family }) => family))];
  return (
    <section
      aria-label={t('model.palette')}
      className="flex w-56 shrink-0 flex-col gap-3 overflow-y-auto border-r border-line p-3 max-[1100px]:w-44"
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
  const { type, family, summary } = descriptor;
  const { t } = useTranslation();
  const { localized } = useLanguage();
  const inspect = useInspection((state) => state.inspect);
  const drag = useDraggable({ id: `palette ${type}`, data: { kind: 'palette', type } });
  const subject = { kind: 'component', group: 'layers', type } as const;
  const add = () => {
    const [key] = addLayers(placeOfSelection(), [newLayer(descriptor)]);
    if (key !== undefined) useLayerSelection.getState().select(key);
    inspect(subject);
  };
  return (
    <Tooltip text={localized(summary)} side="right">
      <button
        ref={drag.setNodeRef}
        {...drag.listeners}
        type="button"
        data-testid={`add-${type}`}
        onClick={add}
        onFocus={() => inspect(subject)}
        className="group flex w-full items-start gap-2 rounded-lg px-2 py-1 text-left transition-colors hover:bg-hover"
      >
        <FamilyIcon family={family} />
        <span className="sr-only">{t('model.add')}</span>
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-1 leading-4">
            <span className="truncate">{type}</span>
            <Plus
              aria-hidden
              className="ml-auto hidden size-3.5 shrink-0 text-faint group-hover:block group-focus-visible:block"
            />
          </span>
          <span className="caption line-clamp-2 leading-4">{localized(summary)}</span>
        </span>
      </button>
    </Tooltip>
  );
}
