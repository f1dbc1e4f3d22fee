/** What was dropped along with data, and waits on the model screen. */
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { useNavigation } from '../../state/navigation.ts';
import { useNetworkText } from '../../state/networkText.ts';
import { usePendingModels } from '../../state/pendingModels.ts';

export function WaitingElsewhere() {
  const { t } = useTranslation();
  const models = usePendingModels((state) => state.models);
  const hasText = useNetworkText(({ text }) => text !== null);
  const go = useNavigation((state) => state.go);
  const names = models.map(({ name }) => name);
  if (hasText) names.push(t('dropped.networkText'));
  if (names.length === 0) return null;
  return (
    <p
      role="status"
      data-testid="waiting-elsewhere"
      className="flex items-center gap-3 border-b border-line bg-surface px-6 py-2 text-xs"
    >
      <span className="min-w-0 truncate">
        {t('dropped.waiting', { count: names.length, names: names.join(', ') })}
      </span>
      <Button size="sm" onClick={() => go('model')}>
        {t('dropped.show')}
      </Button>
    </p>
  );
}
