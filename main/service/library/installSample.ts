/** Puts a bundled sample into the library; does nothing when it is there. */
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { ServiceContext } from '../ServiceContext.ts';

type InstallContext = Pick<ServiceContext, 'library' | 'samples' | 'emit'>;

export async function installSample(
  { library, samples, emit }: InstallContext,
  id: string,
): Promise<DatasetInfo> {
  const { description, data } = await samples.read(id);
  const installed = library.find(id);
  if (installed) return installed;
  try {
    const info = await library.add(description, data, id);
    emit({ event: 'datasets.changed', datasets: library.list() });
    return info;
  } catch (error) {
    // Another request, or another process, may have installed it meanwhile.
    const other = library.find(id);
    if (other) return other;
    throw error;
  }
}
