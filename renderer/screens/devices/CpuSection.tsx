import { useTranslation } from 'react-i18next';
import type { DeviceReport } from '../../../core/contract/DeviceReport.ts';
import { Fact } from '../../components/Fact.tsx';
import { Section } from '../../components/Section.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { DeviceTrouble } from './DeviceTrouble.tsx';

export function CpuSection({ cpu }: { readonly cpu: DeviceReport['cpu'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section
      title={t('devicePage.cpu')}
      note={cpu.problem ? t('devicePage.unusable') : t('devicePage.ready')}
    >
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-3 border-y border-line py-4">
        <Fact label={t('devicePage.model')} className="col-span-2">
          <span className="font-sans" title={cpu.model}>
            {cpu.model || t('devicePage.unnamed')}
          </span>
        </Fact>
        <Fact label={t('devicePage.cores')}>{format.integer(cpu.cores)}</Fact>
        <Fact label={t('devicePage.threads')}>{format.integer(cpu.threads)}</Fact>
        <Fact label={t('devicePage.computesWith')} className="col-span-2">
          <span className="font-sans">{cpu.runtime ?? '–'}</span>
        </Fact>
      </dl>
      {cpu.problem ? (
        <div className="mt-3">
          <DeviceTrouble problem={cpu.problem} />
        </div>
      ) : null}
    </Section>
  );
}
