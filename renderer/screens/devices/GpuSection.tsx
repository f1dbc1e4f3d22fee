import { useTranslation } from 'react-i18next';
import type { FoundBackend, GpuAdapter, GpuLimits } from '../../../core/contract/DeviceReport.ts';
import { gpuBackendNames } from '../../../core/contract/gpuBackendNames.ts';
import { Fact } from '../../components/Fact.tsx';
import { Section } from '../../components/Section.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { DeviceTrouble } from './DeviceTrouble.tsx';

/** Every way to the graphics card that was tried. */
export function GpuSection({ backends }: { readonly backends: readonly FoundBackend[] }) {
  const { t } = useTranslation();
  if (backends.length === 0) {
    return (
      <Section title={t('devicePage.gpu')}>
        <p className="text-muted">{t('devicePage.noBackend')}</p>
      </Section>
    );
  }
  return backends.map((found) => <Backend key={found.backend} found={found} />);
}

function Backend({ found: { backend, adapter, problem } }: { readonly found: FoundBackend }) {
  const { t } = useTranslation();
  const title = `${t('devicePage.gpu')}, ${gpuBackendNames[backend]}`;
  return (
    <div data-testid={`backend-${backend}`} data-usable={problem === null}>
      <Section title={title} note={problem ? t('devicePage.unusable') : t('devicePage.ready')}>
        {backend === 'dawn' ? (
          <p className="mb-3 max-w-2xl text-pretty text-muted">{t('devicePage.dawnNote')}</p>
        ) : null}
        {problem ? (
          <div className={adapter ? 'mb-3' : ''}>
            <DeviceTrouble problem={problem} />
          </div>
        ) : null}
        {adapter ? <AdapterFacts adapter={adapter} /> : null}
      </Section>
    </div>
  );
}

function AdapterFacts({ adapter }: { readonly adapter: GpuAdapter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { description, vendor, architecture, isSoftware, limits, largestTensor } = adapter;
  const told = (text: string) => (
    <span className="font-sans" title={text}>
      {text || t('devicePage.unnamed')}
    </span>
  );
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-3 border-y border-line py-4">
      <Fact label={t('devicePage.adapter')} className="col-span-2">
        {told(description)}
      </Fact>
      <Fact label={t('devicePage.vendor')}>{told(vendor)}</Fact>
      <Fact label={t('devicePage.architecture')}>{told(architecture)}</Fact>
      <Fact label={t('devicePage.kind')} className="col-span-2">
        {told(t(isSoftware ? 'devicePage.software' : 'devicePage.hardware'))}
      </Fact>
      {limits ? <LimitFacts limits={limits} /> : null}
      {largestTensor ? (
        <Fact label={t('devicePage.largestTensor')}>{format.bytes(largestTensor)}</Fact>
      ) : null}
    </dl>
  );
}

function LimitFacts({ limits }: { readonly limits: GpuLimits }) {
  const { t } = useTranslation();
  const format = useFormat();
  const largest = Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);
  return (
    <>
      <Fact label={t('devicePage.largestTensor')}>{format.bytes(largest)}</Fact>
      <Fact label={t('devicePage.arrays')}>
        {format.integer(limits.maxStorageBuffersPerShaderStage)}
      </Fact>
      <Fact label={t('devicePage.groupThreads')}>
        {format.integer(limits.maxComputeInvocationsPerWorkgroup)}
      </Fact>
      <Fact label={t('devicePage.groupMemory')}>
        {format.bytes(limits.maxComputeWorkgroupStorageSize)}
      </Fact>
    </>
  );
}
