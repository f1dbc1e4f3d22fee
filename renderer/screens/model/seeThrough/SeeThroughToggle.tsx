import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { useInspection } from '../../../state/inspection.ts';
import { useSeeThrough } from '../../../state/seeThrough.ts';

export function SeeThroughToggle() {
  const { t } = useTranslation();
  const { isOpen, toggle } = useSeeThrough();
  const inspect = useInspection((state) => state.inspect);
  return (
    <Button
      size="sm"
      variant={isOpen ? 'secondary' : 'ghost'}
      aria-pressed={isOpen}
      data-testid="see-through-toggle"
      onFocus={() => inspect({ kind: 'help', topic: 'seeThrough' })}
      onClick={toggle}
    >
      <Eye aria-hidden />
      {t('seeThrough.title')}
    </Button>
  );
}
