/**
 * Ways in which the split tells more than it should: what a scan looks for, how far it is, what it
 * found and what to do about it.
 */
import { ScanSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { Button } from '../../../components/Button.tsx';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { Section } from '../../../components/Section.tsx';
import { useInspection } from '../../../state/inspection.ts';
import { useLeakage } from '../../../state/leakage.ts';
import { scannedSettings } from '../../../state/scannedSettings.ts';
import { scanOf } from '../../../state/scanOf.ts';
import { LeakageProgress } from './LeakageProgress.tsx';
import { LeakageResult } from './LeakageResult.tsx';

interface LeakageSectionProps {
  readonly spec: ExperimentSpec;
  readonly dataset: DatasetInfo;
}

export function LeakageSection({ spec, dataset }: LeakageSectionProps) {
  const { t } = useTranslation();
  const inspect = useInspection((state) => state.inspect);
  const { start, scan: newest } = useLeakage();
  const scan = scanOf(newest, dataset);
  const isWorking = scan !== null && !scan.report && !scan.error;
  const isOld = scan !== null && scan.settings !== scannedSettings(spec, dataset.hash);
  const button = (
    <Button
      size="sm"
      variant={isOld && !isWorking ? 'primary' : 'secondary'}
      data-testid="scan-leakage"
      disabled={isWorking}
      onFocus={() => inspect({ kind: 'help', topic: 'leakage' })}
      onClick={() => void start(spec, dataset)}
    >
      <ScanSearch aria-hidden />
      {t(scan?.report ? 'leakage.again' : 'leakage.scan')}
    </Button>
  );
  return (
    <Section title={t('leakage.title')} note={t('leakage.note')} action={button}>
      <div data-testid="leakage" className="flex flex-col gap-3">
        {scan === null ? (
          <p className="max-w-2xl text-pretty text-muted">{t('leakage.empty')}</p>
        ) : null}
        {isWorking ? <LeakageProgress scan={scan} /> : null}
        {scan?.error ? <ErrorNote error={scan.error} /> : null}
        {scan?.report ? (
          <LeakageResult report={scan.report} spec={spec} dataset={dataset} isOld={isOld} />
        ) : null}
      </div>
    </Section>
  );
}
