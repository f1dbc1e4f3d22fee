/** What this studio is and can do. */
import { catalog } from '../../../core/catalog/catalog.ts';
import { cpuThreads } from '../../trainer/cpuThreads.ts';
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function studioMethods(context: ServiceContext): MethodsOf<'studio'> & MethodsOf<'catalog'> {
  return {
    'studio.info': () => ({
      version: context.version,
      home: context.home,
      cpuThreads,
      executors: context.gpu ? ['onnx', 'gpujs', 'reference'] : ['onnx', 'reference'],
    }),
    'catalog.get': () => catalog,
  };
}
