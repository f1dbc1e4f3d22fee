import { useTranslation } from 'react-i18next';
import { Segmented } from '../../components/Segmented.tsx';
import { useInspection } from '../../state/inspection.ts';
import { preferredDevices, usePreferences } from '../../state/preferences.ts';

/** The device that is written into new experiments. */
export function PreferredDevice() {
  const { t } = useTranslation();
  const { device, set } = usePreferences();
  const inspect = useInspection((state) => state.inspect);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="font-medium">{t('devicePage.preference')}</span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the inspector follows the focus inside. */}
      <div
        data-testid="preferred-device"
        onFocus={() => inspect({ kind: 'help', topic: 'preferredDevice' })}
      >
        <Segmented
          label={t('devicePage.preference')}
          value={device}
          options={preferredDevices.map((value) => ({ value, label: t(`devices.${value}`) }))}
          onChange={(next) => set({ device: next })}
        />
      </div>
      <span className="caption">{t('devicePage.preferenceNote')}</span>
    </div>
  );
}
