import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openQuickAdd } from '../../actions/layers/openQuickAdd.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useTemplates } from './templates/useTemplates.ts';

/** Ways to begin. The experiment is kept as it is, without a layer. */
export function EmptyNetwork() {
  const { t } = useTranslation();
  const openTemplates = useTemplates((state) => state.open);
  return (
    <EmptyState icon={Layers} title={t('model.empty')} text={t('editor.emptyText')}>
      {/* The focus goes to the field, not back to the button. */}
      <Button
        variant="primary"
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => openQuickAdd()}
      >
        {t('editor.addLayer')}
      </Button>
      <Button onClick={() => void openTemplates()}>{t('templates.button')}</Button>
    </EmptyState>
  );
}
