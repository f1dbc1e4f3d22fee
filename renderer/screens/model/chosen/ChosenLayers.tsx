/**
 * Below the list while several layers of a type are chosen: their options in one form. What is set
 * there is set in all of them, as one step to be undone.
 */
import { useTranslation } from 'react-i18next';
import { focusCanvas } from '../../../actions/layers/focusCanvas.ts';
import { Button } from '../../../components/Button.tsx';
import { useSharedForm } from '../../../state/useSharedForm.ts';
import { SharedForm } from './SharedForm.tsx';
import { useSharedOptions } from './useSharedOptions.ts';

export function ChosenLayers() {
  const { t } = useTranslation();
  const shared = useSharedOptions();
  const { type, open, close } = useSharedForm();
  if (shared.length === 0) return null;
  const opened = shared.find(({ descriptor }) => descriptor.type === type);
  return (
    <section
      aria-label={t('chosen.title')}
      data-testid="chosen-layers"
      className="float-in sticky bottom-3 z-10 mt-4 rounded-xl border border-line bg-raised shadow-float"
    >
      {opened ? (
        <SharedForm
          key={opened.descriptor.type}
          shared={opened}
          onClose={() => {
            close();
            focusCanvas();
          }}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-1.5 px-3 py-2">
        <span className="caption mr-1">{t('chosen.title')}</span>
        {shared.map(({ descriptor, paths }) => {
          const isOpen = descriptor === opened?.descriptor;
          return (
            <Button
              key={descriptor.type}
              size="sm"
              aria-expanded={isOpen}
              onClick={() => (isOpen ? close() : open(descriptor.type))}
            >
              {t('chosen.type', { type: descriptor.type, count: paths.length })}
            </Button>
          );
        })}
        <kbd className="number ml-auto text-xs text-faint">Enter</kbd>
      </div>
    </section>
  );
}
