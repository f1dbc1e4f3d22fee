import { useTranslation } from 'react-i18next';
import { Tooltip } from '../components/Tooltip.tsx';
import { useMessage } from '../i18n/useMessage.ts';
import { useAutosave } from '../state/autosave.ts';

/** Whether the store holds what is on the screen. */
export function SaveState() {
  const { t } = useTranslation();
  const say = useMessage();
  const { status, error } = useAutosave();
  return (
    <Tooltip text={error ? say(error.message) : undefined} side="bottom">
      <span
        role="status"
        className={`px-1 text-xs whitespace-nowrap ${status === 'failed' ? 'text-error' : 'text-faint'}`}
      >
        {t(`save.${status}`)}
      </span>
    </Tooltip>
  );
}
