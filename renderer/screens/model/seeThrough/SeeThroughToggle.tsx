import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useInspection } from '../../../state/inspection.ts';
import { useSeeThrough } from '../../../state/seeThrough.ts';
import { BarButton } from '../BarButton.tsx';

export function SeeThroughToggle() {
  const { t } = useTranslation();
  const { isOpen, toggle } = useSeeThrough();
  const inspect = useInspection((state) => state.inspect);
  return (
    <BarButton
      icon={Eye}
      label={t('seeThrough.title')}
      variant={isOpen ? 'secondary' : 'ghost'}
      aria-pressed={isOpen}
      data-testid="see-through-toggle"
      onFocus={() => inspect({ kind: 'help', topic: 'seeThrough' })}
      onClick={toggle}
    />
  );
}
