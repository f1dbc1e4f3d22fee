/** Models that come as files, to start runs from. */
import { resolve } from 'node:path';
import { readNetwork, writeNetwork } from '../../../core/model/networkText.ts';
import { readModelFile } from '../../../core/model/readModelFile.ts';
import { readModel, readModelWith } from '../library/readModel.ts';
import { checkSpec } from '../runs/checkSpec.ts';
import { modelFileOf } from '../runs/exportedFiles.ts';
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function modelMethods(context: ServiceContext): MethodsOf<'models'> {
  const { models } = context;
  return {
    'models.list': () => models.list(),
    'models.import': async ({ path, like, name }) => {
      const file = like
        ? await readModelWith(resolve(path), resolve(like))
        : readModel(resolve(path));
      return models.add(file, name ?? file.provenance.experiment);
    },
    'models.fromRun': async ({ run }) => {
      const { name } = context.store.runs.get(run);
      return models.add(readModelFile(await modelFileOf(context, run)), name);
    },
    'models.fromText': ({ text }) => ({ layers: readNetwork(text) }),
    'models.toText': async ({ spec, format, first, count }) => {
      const { facts } = await checkSpec(context, spec);
      return writeNetwork(spec.model, facts.inputShape, { format, first, count });
    },
  };
}
