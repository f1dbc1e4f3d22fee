/** What this studio is and can do. */
import { availableParallelism } from 'node:os';
import { catalog } from '../../../core/catalog/catalog.ts';
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function studioMethods(context: ServiceContext): MethodsOf<'studio'> & MethodsOf<'catalog'> {
  return {
    'studio.info': () => ({
      version: context.version,
      home: context.home,
      cpuThreads: availableParallelism(),
      executors: context.gpu ? ['onnx', 'gpujs', 'reference'] : ['onnx', 'reference'],
    }),
    'catalog.get': () => catalog,
  };
}
