/** What this computer can train on: found, tested, and chosen for new experiments. */
import { RefreshCw } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { useDevices } from '../../state/devices.ts';
import { CpuSection } from './CpuSection.tsx';
import { GpuSection } from './GpuSection.tsx';
import { PreferredDevice } from './PreferredDevice.tsx';
import { SelfTest } from './SelfTest.tsx';

export function DevicesScreen() {
  const { t } = useTranslation();
  const { report, error, isLooking, look } = useDevices();
  useEffect(() => void look(false), [look]);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col gap-7 px-6 py-7">
        <header className="flex items-start gap-4">
          <div className="min-w-0 flex-1">
            <h1 className="text-lg font-semibold">{t('screens.devices')}</h1>
            <p className="mt-1 max-w-2xl text-pretty text-muted">{t('devicePage.explanation')}</p>
          </div>
          <Button size="sm" disabled={isLooking} onClick={() => void look(true)}>
            <RefreshCw aria-hidden />
            {t('devicePage.lookAgain')}
          </Button>
        </header>
        <PreferredDevice />
        <SelfTest />
        {error ? <ErrorNote error={error} /> : null}
        {report ? (
          <>
            <CpuSection cpu={report.cpu} />
            <GpuSection backends={report.gpu} />
          </>
        ) : (
          <p aria-live="polite" className="min-h-40 text-muted">
            {isLooking ? t('devicePage.looking') : null}
          </p>
        )}
      </div>
    </div>
  );
}
