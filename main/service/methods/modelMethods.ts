/** Models that come as files, to start runs from. */
import { resolve } from 'node:path';
import { readModel, readModelWith } from '../library/readModel.ts';
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function modelMethods({ models }: ServiceContext): MethodsOf<'models'> {
  return {
    'models.list': () => models.list(),
    'models.import': async ({ path, like, name }) => {
      const file = like
        ? await readModelWith(resolve(path), resolve(like))
        : readModel(resolve(path));
      return models.add(file, name ?? file.provenance.experiment);
    },
  };
}
